import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeSam } from './prep-data.ts';

// What a data folder holds after a year of deciding: Sam and Zoë with areas, and a full journal.

const sam = {
  ...{ kind: 'person', version: 3, id: 'sam-000001', name: 'Sam Okafor', relationship: 'report' },
  ...{ workingStyle: '', areas: ['Builds', 'On call'], timeZone: null, archivedOn: null },
  ...{ cadenceDays: null, tags: [], dismissedSuggestions: [], questionsNotForUs: [] },
  reminders: { startingLeadMinutes: null, prepares: null, wrapsUp: null },
  delegations: [
    { id: 'agreed-1', area: 'Builds', level: 3, on: '2026-06-01', decisionId: null },
    { id: 'agreed-2', area: 'Builds', level: 4, on: '2026-09-07', decisionId: 'decision-00' },
  ],
  createdAt: '2026-01-05T09:00:00Z',
};
const zoe = {
  ...{ ...sam, id: 'zoe-000001', name: 'Zoë Almeida', areas: ['Hiring'] },
  delegations: [{ id: 'agreed-3', area: 'Hiring', level: 6, on: '2026-08-03', decisionId: null }],
};

interface Told {
  readonly title: string;
  readonly about?: typeof sam;
  readonly area?: string;
  readonly isOverridden?: boolean;
  /** Null while it is not looked back on. */
  readonly went:
    readonly [process: 'yes' | 'partly' | 'no', outcome: 'yes' | 'partly' | 'no'] | null;
}

const told: readonly Told[] = [
  { title: 'Who fixes the build on Fridays', about: sam, area: 'Builds', went: ['yes', 'yes'] },
  { title: 'The new build cache', about: sam, area: 'Builds', went: ['yes', 'yes'] },
  { title: 'Which framework for the console', went: ['yes', 'partly'] },
  { title: 'The reorganisation of support', went: ['partly', 'no'] },
  { title: 'The order of the migrations', went: ['yes', 'no'] },
  { title: 'Who presents the roadmap', about: zoe, isOverridden: true, went: ['yes', 'yes'] },
  { title: 'The second interview', about: zoe, isOverridden: true, went: ['no', 'yes'] },
  { title: 'Release notes by hand', isOverridden: true, went: ['partly', 'partly'] },
  { title: 'A freeze before the audit', isOverridden: true, went: ['yes', 'yes'] },
  { title: 'The vendor that went quiet', isOverridden: true, went: ['yes', 'no'] },
  { title: 'The rota for December', about: sam, area: 'On call', went: null },
];

function decision({ title, about, area, isOverridden = false, went }: Told, index: number): object {
  const day = String(index + 10);
  const review = went && {
    ...{ on: `2026-11-${day}`, whatHappened: '', process: went[0], outcome: went[1] },
    wouldChooseAgain: 'yes',
  };
  return {
    ...{ kind: 'decision', version: 1, id: `decision-${String(index).padStart(2, '0')}`, title },
    ...{ personId: about?.id ?? null, area: area ?? null, answers: { clarity: 4, direction: 0 } },
    ...{ modelVersion: 2, sent: [], reviewOn: `2026-11-${day}`, review },
    suggested: {
      ...{ manage: 0.4, lead: 0.3, delegation: 0.5, stance: 'leave', first: null, level: 4 },
      ...{ flags: [], confidence: 'fair' },
    },
    chosen: isOverridden ? { stance: 'lead', level: 5, reason: 'They asked to try it' } : null,
    ...{ createdAt: `2026-10-${day}T09:00:00Z`, finishedAt: `2026-10-${day}T09:02:00Z` },
  };
}

/** Sam with a 1:1 today, Zoë, eleven decisions, and two levels that were agreed for Sam’s builds. */
export async function writeLedger(dataDir: string): Promise<void> {
  await writeSam(dataDir);
  const people = [
    ['people/sam-okafor-sam-000001/person', sam],
    ['people/zoe-almeida-zoe-000001/person', zoe],
  ] as const;
  const decisions = told.map(
    (one, index) =>
      [
        `decisions/2026-10-${String(index + 10)}-decision-${String(index).padStart(2, '0')}`,
        decision(one, index),
      ] as const,
  );
  for (const folder of ['people/zoe-almeida-zoe-000001', 'decisions']) {
    await mkdir(join(dataDir, folder), { recursive: true });
  }
  for (const [path, document] of [...people, ...decisions]) {
    await writeFile(join(dataDir, `${path}.json`), `${JSON.stringify(document, null, 2)}\n`);
  }
}
