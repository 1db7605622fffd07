import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '#kernel';
import { ActorsQueries, type OpenSession, sessionHash } from '#organisations';
import { Clock, Listener, Settings } from '#platform';

const REMEMBER_MS = 10_000;
const MOST = 5_000;

/**
 * Remembers for a few seconds who is behind a session or token, so that a read stays one round trip. PostgreSQL tells
 * every process when a session ends or a role changes; while that line is down nothing is remembered.
 */
@Injectable()
export class KnownActors implements OnModuleInit, OnApplicationShutdown {
  private readonly known = new Map<string, { until: number; value: Promise<unknown> }>();
  private readonly listener: Listener;

  constructor(
    private readonly queries: ActorsQueries,
    private readonly clock: Clock,
    settings: Settings,
  ) {
    this.listener = new Listener(settings.DATABASE_URL, 'actor_changed', () => this.forget());
  }

  onModuleInit(): Promise<void> {
    return this.listener.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.listener.stop();
  }

  async bySession(token: string): Promise<OpenSession | undefined> {
    const hash = sessionHash(token);
    const now = this.clock.now();
    const session = await this.remember(`s:${hash.toString('base64')}`, now, () => this.queries.findBySession(hash, now));
    return session && session.expiresAt > now ? session : undefined;
  }

  bySubject(subject: string): Promise<Actor | undefined> {
    return this.remember(`t:${subject}`, this.clock.now(), () => this.queries.findBySubject(subject));
  }

  /** Also called directly on sign-out, so that this process does not wait for its own message. */
  forget(): void {
    this.known.clear();
  }

  private remember<T>(key: string, now: Date, find: () => Promise<T | undefined>): Promise<T | undefined> {
    const kept = this.known.get(key);
    if (kept && kept.until > now.getTime() && this.listener.connected) return kept.value as Promise<T | undefined>;
    const value = find();
    if (this.known.size >= MOST) this.forget();
    this.known.set(key, { until: now.getTime() + REMEMBER_MS, value });
    // Who was not found may be there in a second (just signed in); a failed look-up is no answer at all.
    value.then((found) => found ?? this.known.delete(key), () => this.known.delete(key));
    return value;
  }
}
