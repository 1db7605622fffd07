import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/**
 * JSON lines. Only what is named here can enter a line from a request: method, route pattern, status, duration and ids.
 * Never a body, a query string or a filled-in path: those can carry personal data.
 */
export const createLogger = (level: string, service: string): Logger => pino({ level, base: { service } });

/** Error texts of libraries can quote values (a failed INSERT names the row): outside development only name, code and place. */
export function describeError(error: unknown): { name: string; code?: string; constraint?: string; stack?: string } {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, constraint } = error as Error & { code?: string; constraint?: string };
  const stack = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')).slice(0, 8).join('\n');
  return { name: error.name, code, constraint, stack };
}

/** Lets NestJS itself speak through the same logger. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
  error(message: unknown, stack?: string, context?: string): void {
    const text = message instanceof Error ? describeError(message).name : String(message);
    this.logger.error({ context, stack }, text);
  }
  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
  verbose(message: unknown, context?: string): void {
    this.logger.trace({ context }, String(message));
  }
}
