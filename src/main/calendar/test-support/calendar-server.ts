import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Route = (request: IncomingMessage, response: ServerResponse) => void;

/** A plain web server of this computer that serves what a test gives it. */
export interface CalendarServer {
  /** Where it serves a path, such as http://127.0.0.1:41234/a.ics. */
  readonly at: (path: string) => string;
  /** Serves a path from now on. */
  readonly serve: (path: string, route: Route) => void;
  /** What was asked for, oldest first. */
  readonly asked: readonly IncomingMessage[];
  readonly stop: () => Promise<void>;
}

/** Serves one text with the names that the test gives it. */
export const text =
  (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Route =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/calendar; charset=utf-8', ...headers });
    response.end(body);
  };

export async function startCalendarServer(): Promise<CalendarServer> {
  const routes = new Map<string, Route>();
  const asked: IncomingMessage[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request);
    const route = routes.get(request.url ?? '');
    if (route !== undefined) route(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    at: (path) => `http://127.0.0.1:${String(port)}${path}`,
    serve: (path, route) => {
      routes.set(path, route);
    },
    asked,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
