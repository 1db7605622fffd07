import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[];
}

/** A collector at the edge of the network: it takes OTLP as JSON, or is away. */
export interface SpecCollector {
  readonly url: string;
  readonly spans: ReceivedSpan[];
  readonly headers: IncomingMessage['headers'][];
  /** What it answers from now on; 200 = takes. */
  answer: number;
  close(): Promise<void>;
}

export async function startCollector(): Promise<SpecCollector> {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      collector.headers.push(request.headers);
      if (collector.answer === 200) collector.spans.push(...spansIn(body));
      response.writeHead(collector.answer, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const collector: SpecCollector = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces`,
    spans: [], headers: [], answer: 200,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
  return collector;
}

interface Body {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly ReceivedSpan[] }[] }[];
}

const spansIn = (body: string): ReceivedSpan[] => (JSON.parse(body) as Body).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
