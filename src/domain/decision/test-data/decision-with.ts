import type { Decision } from '../../documents/decision.ts';

/** A finished decision about Sam, to look back on four weeks later, but for what a test says. */
export function decisionWith(change: Partial<Decision> = {}): Decision {
  return {
    ...{ kind: 'decision', version: 1, id: 'decision-1', personId: 'person-1', area: null },
    ...{ title: 'The release slips', answers: { clarity: 4, direction: 0 }, modelVersion: 2 },
    suggested: {
      ...{ manage: 1, lead: 0, delegation: null, stance: 'manage', first: null, level: null },
      ...{ flags: [], confidence: 'thin' },
    },
    ...{ chosen: null, sent: [], reviewOn: '2026-11-23', review: null },
    ...{ createdAt: '2026-10-26T09:00:00Z', finishedAt: '2026-10-26T09:02:00Z' },
    ...change,
  };
}
