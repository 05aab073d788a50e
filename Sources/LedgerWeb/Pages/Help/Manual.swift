import CCmark
import LedgerDomain

/// A manual in Markdown (`docs/help`), as a page shows it.
///
/// CommonMark's own reader makes the tree; every piece of it goes through ``HTML``, so that a
/// manual holds no markup of its own. Pictures are for those who read the file.
struct Manual: Sendable {
  /// The title: the first heading.
  let title: String
  /// What stands below the title.
  let body: HTML
  /// The pages that it names: the title in bold, empty where there is none, and the address in a
  /// code span right behind it.
  let pages: [(title: String, path: String)]

  /// Reads a manual; `headingsBelow` says at which level its second headings stand.
  init(_ markdown: [UInt8], language: Language, headingsBelow: Int = 1) {
    var reader = Reader(joinsWords: language == .english, shift: headingsBelow - 1)
    let root = markdown.withUnsafeBytes { bytes in
      cmark_parse_document(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_DEFAULT)
    }
    defer { if let root { cmark_node_free(root) } }
    body = root.map { reader.children(of: $0) } ?? .nothing
    title = reader.title
    pages = reader.pages
  }

  /// Walks the tree.
  private struct Reader {
    /// Whether a line's end stands for a space: not between Chinese characters.
    let joinsWords: Bool
    let shift: Int
    var title = ""
    var pages: [(title: String, path: String)] = []
    private var bold = ""

    init(joinsWords: Bool, shift: Int) {
      self.joinsWords = joinsWords
      self.shift = shift
    }

    mutating func children(of node: OpaquePointer) -> HTML {
      var result: HTML = ""
      var child = cmark_node_first_child(node)
      while let one = child {
        result += piece(one)
        child = cmark_node_next(one)
      }
      return result
    }

    private mutating func piece(_ node: OpaquePointer) -> HTML {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_HEADING: return heading(node)
      case CMARK_NODE_PARAGRAPH: return paragraph(node)
      case CMARK_NODE_LIST:
        let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        let items = children(of: node)
        return isOrdered ? "<ol>\(items)</ol>\n" : "<ul>\(items)</ul>\n"
      case CMARK_NODE_ITEM: return "<li>\(children(of: node))</li>"
      case CMARK_NODE_BLOCK_QUOTE: return "<blockquote>\(children(of: node))</blockquote>\n"
      case CMARK_NODE_STRONG:
        let words = children(of: node)
        bold = text(below: node)
        return "<strong>\(words)</strong>"
      case CMARK_NODE_EMPH: return "<em>\(children(of: node))</em>"
      case CMARK_NODE_CODE: return code(literal(node))
      case CMARK_NODE_TEXT:
        // Only a title right before an address belongs to it.
        if !["（", " (", "("].contains(literal(node)) { bold = "" }
        return "\(literal(node))"
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: return joinsWords ? " " : ""
      case CMARK_NODE_IMAGE: return .nothing
      // A link leads to another manual; here the list of manuals does.
      case CMARK_NODE_LINK: return children(of: node)
      default: return "\(literal(node))"
      }
    }

    private mutating func heading(_ node: OpaquePointer) -> HTML {
      let level = Int(cmark_node_get_heading_level(node))
      if level == 1, title.isEmpty {
        title = text(below: node)
        return .nothing
      }
      let words = children(of: node)
      return level + shift > 2 ? "<h3>\(words)</h3>\n" : "<h2>\(words)</h2>\n"
    }

    private mutating func paragraph(_ node: OpaquePointer) -> HTML {
      let words = children(of: node)
      guard !words.bytes.isEmpty else { return .nothing }
      let list = cmark_node_parent(node).flatMap { cmark_node_parent($0) }
      let isTight = list.map { cmark_node_get_list_tight($0) == 1 } ?? false
      return isTight ? words : "<p>\(words)</p>\n"
    }

    /// A code span that is the address of a page leads there.
    private mutating func code(_ text: String) -> HTML {
      guard text.utf8.first == UInt8(ascii: "/") else { return "<code>\(text)</code>" }
      pages.append((bold, text))
      bold = ""
      guard !text.utf8.contains(UInt8(ascii: "{")), let link = Link(local: text) else {
        return "<code>\(text)</code>"
      }
      return "<a href=\"\(link)\"><code>\(text)</code></a>"
    }

    private func literal(_ node: OpaquePointer) -> String {
      cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    }

    private func text(below node: OpaquePointer) -> String {
      var words = literal(node)
      var child = cmark_node_first_child(node)
      while let one = child {
        words += text(below: one)
        child = cmark_node_next(one)
      }
      return words
    }
  }
}
