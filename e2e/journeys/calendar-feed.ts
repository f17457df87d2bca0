import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web server with one calendar, which begins empty. */
export interface Feed {
  readonly address: string;
  /** How often it was asked for. */
  readonly asked: () => number;
  serve(...events: readonly string[]): void;
  stop(): Promise<void>;
}

/** Starts a plain web server of this computer, under one of its names. */
export async function startFeed(host = '127.0.0.1'): Promise<Feed> {
  let body = '';
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.writeHead(200, { 'content-type': 'text/calendar; charset=utf-8' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return {
    address: `http://${host}:${String((server.address() as AddressInfo).port)}/secret.ics`,
    asked: () => asked,
    serve: (...events) => {
      const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Team'];
      body = [...head, ...events, 'END:VCALENDAR', ''].join('\r\n');
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A weekly event of half an hour. */
export const oneToOne = (uid: string, title: string, start: string, ...lines: readonly string[]) =>
  [
    ...['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:${title}`, 'DTSTAMP:20261101T080000Z'],
    ...[`DTSTART:${start}`, 'DURATION:PT30M', 'RRULE:FREQ=WEEKLY', ...lines, 'END:VEVENT'],
  ].join('\r\n');
