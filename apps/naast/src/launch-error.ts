/** Something the person who starts Naast can solve: shown as one line, without a stack. */
export class LaunchError extends Error {
  override readonly name = 'LaunchError';
}

const DISK_FULL = /ENOSPC|No space left on device/i;

/** One Dutch line for whatever went wrong while starting or running. */
export function asOneLine(error: unknown): string {
  if (error instanceof LaunchError) return error.message;
  // The platform checked the environment and already says it in one line.
  if (error instanceof Error && error.constructor.name === 'SettingsError') return error.message;
  const text = error instanceof Error ? error.message : String(error);
  if (DISK_FULL.test(text)) return diskFull();
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'EACCES' || code === 'EPERM') return `Naast mag hier niet lezen of schrijven: ${firstLine(text)}.`;
  return `Naast kon niet starten: ${firstLine(text)}`;
}

export function diskFull(): string {
  return 'De schijf is vol. Maak ruimte vrij en start Naast opnieuw. Wat al bewaard was, blijft bewaard.';
}

export function saysDiskFull(text: string): boolean {
  return DISK_FULL.test(text);
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').trim();
}
