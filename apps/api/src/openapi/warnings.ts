import { ConsoleLogger } from '@nestjs/common';

/** Two classes of one name would silently become one schema; here that is a fault. */
export class Warnings extends ConsoleLogger {
  private readonly found: string[] = [];

  constructor() {
    super({ logLevels: ['error', 'warn'] });
  }

  override warn(message: unknown): void {
    if (typeof message === 'string' && message.includes('Duplicate DTO')) this.found.push(message);
  }

  refuse(): void {
    if (this.found.length > 0) throw new Error(this.found.join('\n'));
  }
}
