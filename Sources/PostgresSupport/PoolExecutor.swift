import NIOPosix

/// Runs tasks on the threads of a pool, which may block.
final class PoolExecutor: TaskExecutor {
  private let threads: NIOThreadPool
  private let current = ThreadSpecificVariable<PoolExecutor>()

  init(threads: NIOThreadPool) {
    self.threads = threads
  }

  /// Whether the caller runs on one of the threads, in one of the tasks.
  var isCurrent: Bool { current.currentValue === self }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    threads.submit { [self] state in
      // When the pool has ended, the job runs where it stands, and is told so when it borrows.
      current.currentValue = state == .active ? self : nil
      job.runSynchronously(on: asUnownedTaskExecutor())
      current.currentValue = nil
    }
  }
}
