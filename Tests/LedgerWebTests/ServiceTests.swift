import Hummingbird
import HummingbirdTesting
import Testing

@testable import LedgerWeb
