import Hummingbird
import HummingbirdHTTP2
import HummingbirdTLS
import ServiceLifecycle

enum Service {}
