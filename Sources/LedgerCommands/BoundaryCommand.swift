import ArgumentParser
import LedgerDomain

struct BoundaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "boundary", abstract: "What the ledger keeps out. 本系统的边界。")

  func run() {
    Terminal.print(BoundaryText.text.text(in: Terminal.language))
  }
}
