import { plainToInstance } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, MinLength, validateSync } from 'class-validator';

const ANY_HOST = { require_tld: false, require_protocol: true };

/** Every variable that Naast reads, with its form. Nothing else reads `process.env`. */
export class Settings {
  @IsIn(['development', 'test', 'production'], { message: 'NODE_ENV moet development, test of production zijn' })
  NODE_ENV: 'development' | 'test' | 'production' = 'development';

  @IsUrl({ ...ANY_HOST, protocols: ['postgres', 'postgresql'] }, { message: 'DATABASE_URL moet beginnen met postgres://' })
  DATABASE_URL: string;

  @IsOptional()
  @IsUrl({ ...ANY_HOST, protocols: ['postgres', 'postgresql'] }, { message: 'MIGRATOR_DATABASE_URL moet beginnen met postgres://' })
  MIGRATOR_DATABASE_URL?: string;

  /** Unset: BullMQ runs on PostgreSQL. */
  @IsOptional()
  @IsUrl({ ...ANY_HOST, protocols: ['redis', 'rediss'] }, { message: 'REDIS_URL moet beginnen met redis:// of rediss://' })
  REDIS_URL?: string;

  @IsUrl({ ...ANY_HOST, protocols: ['http', 'https'] }, { message: 'OIDC_ISSUER moet een http(s)-adres zijn' })
  OIDC_ISSUER: string;

  @IsString() @MinLength(1, { message: 'OIDC_CLIENT_ID ontbreekt' })
  OIDC_CLIENT_ID: string = 'naast';

  @IsString() @MinLength(8, { message: 'OIDC_CLIENT_SECRET is te kort (minstens 8 tekens)' })
  OIDC_CLIENT_SECRET: string;

  /** The audience that bearer tokens must carry. */
  @IsString() @MinLength(1, { message: 'OIDC_AUDIENCE ontbreekt' })
  OIDC_AUDIENCE: string = 'naast-api';

  /** The claim that names the person; `app_user.subject` holds its value. */
  @IsString() @MinLength(1, { message: 'OIDC_SUBJECT_CLAIM ontbreekt' })
  OIDC_SUBJECT_CLAIM: string = 'sub';

  @IsUrl({ ...ANY_HOST, protocols: ['http', 'https'] }, { message: 'PUBLIC_URL moet een http(s)-adres zijn' })
  PUBLIC_URL: string = 'http://localhost:3000';

  @IsInt({ message: 'PORT moet een getal zijn' }) @Min(0) @Max(65_535, { message: 'PORT is hoogstens 65535' })
  PORT: number = 3000;

  @IsString()
  HOST: string = '127.0.0.1';

  /** How many proxies of your own stand before the API, in production; 0: none. One too many, and callers write their own address in the log. */
  @IsInt({ message: 'TRUST_PROXY_HOPS moet een getal zijn' }) @Min(0) @Max(10, { message: 'TRUST_PROXY_HOPS is hoogstens 10' })
  TRUST_PROXY_HOPS: number = 1;

  /** `id:base64,id:base64` — the first key seals, all keys open (rotation). */
  @Matches(/^[\w-]+:[A-Za-z0-9+/]{43}=(,[\w-]+:[A-Za-z0-9+/]{43}=)*$/, {
    message: 'BSN_KEYS moet bestaan uit id:sleutel, gescheiden door komma\'s; een sleutel is 32 bytes in base64',
  })
  BSN_KEYS: string;

  /** One key; while it rotates the new and the old one with a comma: the first writes, both find. */
  @Matches(/^[A-Za-z0-9+/]{43}=(,[A-Za-z0-9+/]{43}=)?$/, { message: 'BSN_INDEX_KEY moet 32 bytes in base64 zijn (tijdens het wisselen twee, met een komma)' })
  BSN_INDEX_KEY: string;

  /** Signs the short-lived cookie of a sign-in that is under way. */
  @MinLength(32, { message: 'SESSION_SECRET is te kort (minstens 32 tekens)' })
  SESSION_SECRET: string;

  @IsInt({ message: 'SESSION_HOURS moet een getal zijn' }) @Min(1) @Max(24)
  SESSION_HOURS: number = 10;

  /** Unset: Naast sends no e-mail; the inbox always works. */
  @IsOptional()
  @IsUrl({ ...ANY_HOST, protocols: ['smtp', 'smtps'] }, { message: 'SMTP_URL moet beginnen met smtp:// of smtps://' })
  SMTP_URL?: string;

  @IsString()
  MAIL_FROM: string = 'Naast <naast@localhost>';

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], { message: 'LOG_LEVEL is onbekend' })
  LOG_LEVEL: string = 'info';

  /** Where the worker notes the last audit seal outside the database; verify-audit compares. */
  @IsOptional() @IsString()
  AUDIT_ANCHOR_FILE?: string;

  /** Where the processing log goes (OTLP over HTTP, `…/v1/traces`). Unset: it stays in the database. */
  @IsOptional()
  @IsUrl({ ...ANY_HOST, protocols: ['http', 'https'] }, { message: 'OTLP_ENDPOINT moet een http(s)-adres zijn' })
  OTLP_ENDPOINT?: string;

  /** `name=value,name=value`: what the collector wants to see, such as a key. */
  @IsOptional()
  @Matches(/^[\w-]+=[^,\r\n]+(,[\w-]+=[^,\r\n]+)*$/, { message: 'OTLP_HEADERS moet bestaan uit naam=waarde, gescheiden door komma\'s' })
  OTLP_HEADERS?: string;

  @IsInt({ message: 'DATABASE_POOL moet een getal zijn' }) @Min(1) @Max(200)
  DATABASE_POOL: number = 10;
}

/** Thrown at start; the message names every variable that is wrong and never its value. */
export class SettingsError extends Error {}

/** Reads and checks the environment. Empty strings count as unset, as docker compose passes them. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const known = Object.keys(env).filter((name) => env[name] !== '');
  const settings = plainToInstance(Settings, Object.fromEntries(known.map((name) => [name, env[name]])), {
    enableImplicitConversion: true,
    exposeDefaultValues: true,
  });
  const problems = validateSync(settings, { stopAtFirstError: true });
  if (problems.length > 0) {
    const texts = problems.map((problem) => Object.values(problem.constraints ?? {})[0] ?? problem.property);
    throw new SettingsError(`Instelling klopt niet: ${texts.join('; ')}.`);
  }
  return settings;
}
