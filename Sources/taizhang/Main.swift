import Glibc
import LedgerCommands

@main
struct Main {
  static func main() async {
    exit(await Outcome.run(Array(CommandLine.arguments.dropFirst())))
  }
}
