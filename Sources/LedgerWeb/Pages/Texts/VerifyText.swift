import LedgerDomain

/// An edition verified before the reader's eyes.
enum VerifyText: String, PageText {
  case title, lead, start, working, good, bad, partly, failed, insecure, edition
  case yes, no, cannot, notYet, expected, found, foundEntry, foundLast
  case documentTitle, documentText, documentHidden, entryTitle, entryText, entryNumber
  case chainTitle, chainText, chainLength, treeTitle, treeText, treeNone
  case signatureTitle, signatureText, key, signature, checkpoint, root
  case without, withoutText, document, proof, script, link

  var text: BilingualText {
    switch self {
    case .title: BilingualText(zh: "校验第 {0} 号期刊版", en: "Verify edition {0}")
    case .lead:
      BilingualText(
        zh: "五步都在您的浏览器里计算：原文、发布留痕、留痕链、检查点、签名。任何一步被改动，都对不上。",
        en: "Five steps, computed in your own browser: document, publication, chain, checkpoint, "
          + "signature. Whatever was changed, one of them does not fit.")
    case .start: BilingualText(zh: "开始校验", en: "Verify now")
    case .working: BilingualText(zh: "正在校验……", en: "Verifying…")
    case .good: BilingualText(zh: "✓ 五步全部相符。", en: "✓ All five steps fit.")
    case .bad:
      BilingualText(
        zh: "✗ 有一步不符，请告知审计员。", en: "✗ A step does not fit: tell the auditor.")
    case .partly:
      BilingualText(
        zh: "○ 能核对的都相符，有的步骤没有核对。",
        en: "○ What could be checked fits; some steps were not checked.")
    case .failed: BilingualText(zh: "没能取得数据", en: "The data could not be had")
    case .insecure:
      BilingualText(
        zh: "浏览器只在 HTTPS 或本机地址上提供计算功能，请改用下面的办法。",
        en: "Browsers compute this over HTTPS or on the machine itself only: use the way below.")
    case .edition:
      BilingualText(zh: "{0}，{1} 发布", en: "{0}, published {1}")
    case .yes: BilingualText(zh: "✓ 相符", en: "✓ fits")
    case .no: BilingualText(zh: "✗ 不符", en: "✗ does not fit")
    case .cannot: BilingualText(zh: "○ 未核对", en: "○ not checked")
    case .notYet: BilingualText(zh: "… 待核对", en: "… to be checked")
    case .expected: BilingualText(zh: "台账所载", en: "As recorded")
    case .found: BilingualText(zh: "浏览器算得", en: "As computed here")
    case .foundEntry:
      BilingualText(zh: "本条目自身的校验码，浏览器算得", en: "The entry's own hash, computed here")
    case .foundLast:
      BilingualText(zh: "最后一条的校验码，浏览器算得", en: "The last entry's hash, computed here")
    default: steps
    }
  }

  private var steps: BilingualText {
    switch self {
    case .documentTitle: BilingualText(zh: "原文", en: "The document")
    case .documentText:
      BilingualText(
        zh: "原文每一字节的 SHA-256 等于这一版的校验码。",
        en: "SHA-256 over every byte of the document is the edition’s hash.")
    case .documentHidden:
      BilingualText(
        zh: "原文含全部单位的明细，您的账号看不到全部；这一步由能看全部的人核对。",
        en: "The document has the details of every unit, which your account does not see: who "
          + "does checks this step.")
    case .entryTitle: BilingualText(zh: "发布留痕", en: "The publication in the journal")
    case .entryText:
      BilingualText(
        zh: "发布时的留痕载有这一校验码。", en: "The entry of the publication holds this hash.")
    case .entryNumber: BilingualText(zh: "第 {0} 号留痕", en: "Entry {0}")
    case .chainTitle: BilingualText(zh: "留痕链", en: "The chain")
    case .chainText:
      BilingualText(
        zh: "其后每一条留痕都载有前一条的哈希，直到检查点所载的一条。",
        en: "Each entry after it holds the hash of the one before, up to the one that the "
          + "checkpoint names.")
    case .chainLength: BilingualText(zh: "共 {0} 条", en: "Entries: {0}")
    case .treeTitle: BilingualText(zh: "检查点", en: "The checkpoint")
    case .treeText:
      BilingualText(
        zh: "按 RFC 9162 从这条链的末端算到检查点的根。",
        en: "From the end of this chain to the root of the checkpoint, as RFC 9162 says.")
    case .treeNone:
      BilingualText(
        zh: "发布之后还没有签署检查点，稍后再来。",
        en: "No checkpoint was signed since the publication: come back later.")
    case .signatureTitle: BilingualText(zh: "签名", en: "The signature")
    case .signatureText:
      BilingualText(
        zh: "检查点的 Ed25519 签名与公钥相符；请把公钥与排名通报上印的比对。",
        en: "The checkpoint’s Ed25519 signature fits the public key; compare the key with the one "
          + "printed in the notice.")
    case .key: BilingualText(zh: "公钥", en: "Public key")
    case .signature: BilingualText(zh: "签名", en: "Signature")
    case .checkpoint: BilingualText(zh: "检查点 {0}", en: "Checkpoint {0}")
    case .root: BilingualText(zh: "根", en: "Root")
    case .without: BilingualText(zh: "不用浏览器核对", en: "Without the browser")
    case .withoutText:
      BilingualText(
        zh: "下载原文和证明，用下面的脚本在任何机器上核对，不需要台账：",
        en: "Download document and proof, and check them on any machine, without the ledger:")
    case .document: BilingualText(zh: "原文", en: "document")
    case .proof: BilingualText(zh: "证明", en: "proof")
    case .script:
      BilingualText(
        zh: "或由运维人员运行：", en: "Or let the operator run:")
    case .link: BilingualText(zh: "校验", en: "Verify")
    default: BilingualText(zh: "", en: "")
    }
  }
}
