const CLOSE_WITHIN_MS = 3_000;

/**
 * A child of the launcher does not outlive it: when the channel to the launcher closes, also by `kill -9`,
 * we close in order and go. Without a launcher (a container) this does nothing.
 */
export function exitWithParent(close: () => Promise<unknown>): void {
  if (!process.send) return;
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), CLOSE_WITHIN_MS).unref();
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}

/** Tells the launcher that this process does its work. */
export function tellParentReady(): void {
  process.send?.('ready');
}
