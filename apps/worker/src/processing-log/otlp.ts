import { type HrTime, SpanKind, SpanStatusCode, TraceFlags } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import type { ExportedLine, Send } from '#privacy';

type Span = Parameters<OTLPTraceExporter['export']>[0][number];

const RESOURCE = resourceFromAttributes({ 'service.name': 'naast' });
const SCOPE = { name: 'naast-processing-log' };
const TIMEOUT_MS = 10_000;

/** 0 in the exporter's own numbering. */
const TAKEN = 0;

export interface Collector {
  readonly send: Send;
  close(): Promise<void>;
}

/**
 * The collector of the municipality (OTLP over HTTP). The names of the attributes are those of Logboek Dataverwerkingen (Logius);
 * the activity is an address in our own register.
 */
export function openCollector(url: string, headers: Record<string, string>, registerUrl: string): Collector {
  const exporter = new OTLPTraceExporter({ url, headers, timeoutMillis: TIMEOUT_MS });
  const send = (lines: readonly ExportedLine[]): Promise<void> =>
    new Promise((resolve, reject) => {
      exporter.export(lines.map((line) => toSpan(line, registerUrl)), ({ code, error }) =>
        code === Number(TAKEN) ? resolve() : reject(error ?? new Error('the collector took nothing')));
    });
  return { send, close: () => exporter.shutdown() };
}

function toSpan(line: ExportedLine, registerUrl: string): Span {
  return {
    name: line.name,
    kind: SpanKind.INTERNAL,
    spanContext: () => ({ traceId: line.traceId, spanId: line.spanId, traceFlags: TraceFlags.SAMPLED }),
    startTime: hrTime(line.startedAt),
    endTime: hrTime(line.endedAt),
    duration: [0, 0],
    ended: true,
    // Only what was committed has a line, so it went well.
    status: { code: SpanStatusCode.OK },
    attributes: {
      'dpl.core.processing_activity_id': new URL(line.activityId, registerUrl).href,
      'dpl.core.data_subject_id': line.subjectSealed.toString('base64'),
      'dpl.core.data_subject_id_type': line.subjectType,
    },
    links: [],
    events: [],
    resource: RESOURCE,
    instrumentationScope: SCOPE,
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  };
}

const hrTime = (at: Date): HrTime => [Math.floor(at.getTime() / 1000), (at.getTime() % 1000) * 1_000_000];
