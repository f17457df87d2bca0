import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { agendaOf } from '../agenda/apply-template.ts';
import { isReviewDue } from '../decision/due-reviews.ts';
import { readShippedModel } from '../decision/test-data/shipped-model.ts';
import { scalesOf } from '../decision/arithmetic.ts';
import { nextLevels } from '../delegation/next-level.ts';
import { openActions } from '../agenda/actions.ts';
import { isOpenPoint } from '../agenda/points.ts';
import type { Document, DocumentKind, DocumentOf } from '../documents/document.ts';
import { documentSchemas } from '../documents/document.ts';
import type { Meeting } from '../documents/meeting.ts';
import { listTemplateIds, readResource } from '../guide/test-data/read-pages.ts';
import { readShippedBank } from '../questions/test-data/shipped-bank.ts';
import { findOccurrence, nextOccurrence } from '../series/occurrences.ts';
import { seriesProblem } from '../series/read-series.ts';
import { parseTemplate } from '../templates/template-file.ts';
import { epochOf } from '../time/instants.ts';
import { sampleData, samplePrefix } from './sample-data.ts';

const now = '2026-11-23T09:35:00Z';
const { questions } = readShippedBank();
const model = readShippedModel();
const templates = listTemplateIds().map((id) => {
  const parsed = parseTemplate(id, readResource(`templates/${id}.md`));
  if (!parsed.ok) throw new Error(parsed.problem);
  return agendaOf(parsed.value);
});

const made = (people: number, years: number): readonly Document[] =>
  sampleData({ people, years, now, timeZone: 'Europe/London', questions, templates, model });
const usual = made(12, 3);

const of = <K extends DocumentKind>(
  kind: K,
  documents: readonly Document[] = usual,
): readonly DocumentOf<K>[] =>
  documents.filter((document): document is DocumentOf<K> => document.kind === kind);

const meetings = of('meeting');
const points = meetings.flatMap((meeting) => meeting.agenda.map((point) => ({ meeting, point })));
const actions = meetings.flatMap(({ actionItems }) => actionItems);

test('the same request gives the same documents', () => {
  expect(JSON.stringify(made(12, 3))).toBe(JSON.stringify(usual));
});

test('more people leave the others as they are, and another present does not', () => {
  const three = made(3, 1).filter(({ kind }) => kind !== 'template');
  expect(JSON.stringify(made(4, 1))).toContain(JSON.stringify(three).slice(1, -1));
  const request = { people: 3, years: 1, timeZone: 'Europe/London', questions, templates, model };
  const later = sampleData({ ...request, now: '2026-12-07T09:35:00Z' });
  expect(JSON.stringify(later)).not.toBe(JSON.stringify(made(3, 1)));
});

test('every document is what it would be if it were read again', () => {
  for (const document of usual) {
    const checked = v.safeParse(documentSchemas[document.kind], document);
    expect(checked.issues?.[0]?.message).toBeUndefined();
    expect(checked.output).toEqual(document);
  }
});

test('no two documents have the same id, and no two points or promises of one meeting', () => {
  const ids = [
    usual.map(({ kind, id }) => `${kind} ${id}`),
    points.map(({ meeting, point }) => `${meeting.id} ${point.id}`),
    actions.map(({ id }) => id),
  ];
  for (const some of ids) expect(new Set(some).size).toBe(some.length);
  expect(usual.every(({ id }) => id.startsWith(samplePrefix))).toBe(true);
});

test.each([
  [12, 3, { people: 12, series: 12, meetings: [750, 1000], feedback: [150, 300] }],
  [3, 1, { people: 3, series: 3, meetings: [95, 130], feedback: [15, 30] }],
  [40, 1, { people: 40, series: 40, meetings: [900, 1500], feedback: [200, 500] }],
])('%i people and %i years are so many documents', (people, years, expected) => {
  const documents = made(people, years);
  expect(of('person', documents)).toHaveLength(expected.people);
  expect(of('series', documents)).toHaveLength(expected.series);
  const counts = [of('meeting', documents).length, of('feedback', documents).length];
  for (const [index, range] of [expected.meetings, expected.feedback].entries()) {
    expect(counts[index]).toBeGreaterThan(range[0] ?? 0);
    expect(counts[index]).toBeLessThan(range[1] ?? 0);
  }
  expect(of('template', documents)).toHaveLength(1);
});

describe('laws', () => {
  test('an open point exists once, where it can still be talked about', () => {
    const open = points.filter(({ point }) => isOpenPoint(point));
    expect(new Set(open.map(({ point }) => point.id)).size).toBe(open.length);
    for (const { meeting } of open) {
      const isBehind = meeting.wrappedUpAt !== null || /cancelled|skipped/.test(meeting.status);
      expect(isBehind).toBe(false);
    }
  });

  test('a point that was carried is found where it went, with its age and one carry more', () => {
    const known = new Map(points.map((one) => [`${one.meeting.id} ${one.point.id}`, one]));
    const carried = points.filter(({ point }) => point.leftAs?.kind === 'carried');
    expect(carried.length).toBeGreaterThan(100);
    for (const { meeting, point } of carried) {
      if (point.leftAs?.kind !== 'carried') continue;
      const there = known.get(`${point.leftAs.toMeetingId} ${point.id}`)?.point;
      expect(there).toMatchObject({
        carriedFrom: meeting.id,
        carryCount: point.carryCount + 1,
        firstRaisedOn: point.firstRaisedOn,
        origin: point.origin,
      });
    }
  });

  test('nothing has happened that is still to come', () => {
    const instants = [
      ...usual.map((one) => {
        if (one.kind === 'article') return one.addedAt;
        return one.kind === 'settings' || one.kind === 'reading' ? now : one.createdAt;
      }),
      ...meetings.map(({ wrappedUpAt }) => wrappedUpAt),
      ...points.flatMap(({ point }) => [point.discussedAt, point.leftAs?.at ?? null]),
      ...actions.flatMap(({ createdAt, doneAt }) => [createdAt, doneAt]),
      ...of('feedback').map(({ deliveredAt }) => deliveredAt),
    ].filter((instant) => instant !== null);
    expect(Math.max(...instants.map(epochOf))).toBeLessThanOrEqual(epochOf(now));
  });

  test('every series has occurrences, and every meeting of a series is one of them', () => {
    const series = new Map(of('series').map((one) => [one.id, one]));
    for (const one of series.values()) expect(seriesProblem(one)).toBeNull();
    for (const { seriesId, originalLocal, startLocal, status } of meetings) {
      const own = series.get(seriesId ?? '');
      if (own === undefined || status === 'cancelled' || status === 'skipped') continue;
      expect(findOccurrence(own, originalLocal ?? '')?.startLocal).toBe(startLocal);
    }
  });

  test('a person has at most one plan without a date', () => {
    const undated = meetings.filter(({ startLocal }) => startLocal === null);
    expect(undated.map(({ personId }) => personId)).toHaveLength(
      new Set(undated.map(({ personId }) => personId)).size,
    );
    expect(undated.every(({ status }) => status === 'planned')).toBe(true);
  });

  test('what a point, a promise or a feedback points at is there', () => {
    const ids = new Set([...usual, ...actions].map(({ id }) => id));
    const bank = new Set(questions.map(({ id }) => id));
    for (const { point } of points) {
      if (point.origin.kind === 'question') expect(bank.has(point.origin.questionId)).toBe(true);
      if (point.origin.kind === 'feedback') expect(ids.has(point.origin.feedbackId)).toBe(true);
      if (point.origin.kind === 'action') expect(ids.has(point.origin.actionId)).toBe(true);
      if (point.leftAs?.kind === 'action') expect(ids.has(point.leftAs.actionId)).toBe(true);
    }
    for (const { deliveredIn } of of('feedback'))
      expect(ids.has(deliveredIn ?? now)).toBe(deliveredIn !== null);
  });
});

describe('what there is to see', () => {
  const planned = meetings.filter(({ status }) => status === 'planned');

  test('carried points of one to four carries wait in plans', () => {
    const counts = planned.flatMap(({ agenda }) =>
      agenda.filter(isOpenPoint).map(({ carryCount }) => carryCount),
    );
    expect([...new Set(counts)].toSorted()).toEqual(expect.arrayContaining([1, 2, 3, 4]));
  });

  test('promises of both sides are overdue, and most are done', () => {
    const open = openActions(actions);
    const overdue = open.filter(({ dueOn }) => dueOn !== null && dueOn < now.slice(0, 10));
    expect(new Set(overdue.map(({ owner }) => owner))).toEqual(new Set(['me', 'them']));
    expect(open.length / actions.length).toBeLessThan(0.1);
    expect(open.length).toBeGreaterThan(10);
  });

  test('there is feedback to deliver and delivered, of both kinds', () => {
    const kinds = of('feedback').map(
      (one) => `${one.feedbackKind} ${String(one.deliveredIn !== null)}`,
    );
    expect(new Set(kinds).size).toBe(4);
  });

  test('points come from all sides and places, most of them tagged', () => {
    const all = points.map(({ point }) => point);
    const part = (is: (point: Meeting['agenda'][number]) => boolean): number =>
      all.filter(is).length / all.length;
    const origins = new Set(all.map(({ origin }) => origin.kind));
    expect(origins).toEqual(
      new Set(['typed', 'template', 'question', 'topic', 'feedback', 'action']),
    );
    expect(part(({ topic }) => topic !== null)).toBeGreaterThan(0.6);
    expect(part(({ stance }) => stance === null)).toBeGreaterThan(0.1);
    expect(part(({ visibility }) => visibility === 'private')).toBeGreaterThan(0.02);
    const left = new Set(all.map(({ leftAs }) => leftAs?.kind));
    expect(left).toEqual(new Set([undefined, 'carried', 'dropped', 'action', 'decision']));
  });

  test('one person has left, one is new, one has waited too long', () => {
    const people = of('person');
    expect(people.filter(({ archivedOn }) => archivedOn !== null)).toHaveLength(1);
    const last = (personId: string): string =>
      meetings
        .filter((one) => one.personId === personId && one.status === 'held')
        .reduce(
          (latest, { startLocal }) => ((startLocal ?? '') > latest ? (startLocal ?? '') : latest),
          '',
        );
    const inUse = people.filter(({ archivedOn }) => archivedOn === null);
    expect(inUse.filter(({ id }) => last(id) === '')).toHaveLength(1);
    const waited = inUse.filter(({ id, cadenceDays }) => {
      const days = (epochOf(now) - epochOf(`${last(id)}Z`)) / 86_400_000;
      return last(id) !== '' && days > 2 * (cadenceDays ?? 0);
    });
    expect(waited.map(({ name }) => name)).toContain('Beatriz Carvalho');
    expect(waited.length).toBeLessThan(4);
  });

  test('1:1s were held, cancelled, skipped and moved; of the next ones some are planned', () => {
    const statuses = new Set(meetings.map(({ status }) => status));
    expect(statuses).toEqual(new Set(['planned', 'held', 'cancelled', 'skipped']));
    const exceptions = of('series').flatMap((one) => one.exceptions.map(({ kind }) => kind));
    expect(new Set(exceptions)).toEqual(new Set(['cancelled', 'moved']));
    const next = of('series').flatMap((one) => nextOccurrence(one, now) ?? []);
    const isPlanned = next.map((one) =>
      planned.some(
        ({ seriesId, originalLocal }) =>
          seriesId === one.seriesId && originalLocal === one.originalLocal,
      ),
    );
    expect(new Set(isPlanned)).toEqual(new Set([true, false]));
  });

  test('decisions were made, some against what was suggested, and one waits to be looked back on', () => {
    const decisions = of('decision');
    const today = now.slice(0, 10);
    expect(decisions.length).toBeGreaterThan(6);
    expect(decisions.filter((one) => isReviewDue(one, today)).map(({ title }) => title)).toEqual([
      'The handover slips at weekends',
    ]);
    expect(decisions.some(({ reviewOn }) => reviewOn !== null && reviewOn > today)).toBe(true);
    const reviewed = decisions.flatMap(({ review }) => review ?? []);
    expect(reviewed.every(({ on }) => on <= today)).toBe(true);
    expect(new Set(reviewed.map(({ outcome }) => outcome)).size).toBe(3);
    const otherwise = decisions.filter(
      ({ chosen, suggested }) =>
        chosen !== null &&
        `${chosen.stance} ${String(chosen.level)}` !==
          `${suggested?.stance ?? ''} ${String(suggested?.level)}`,
    );
    expect(otherwise.length).toBe(2);
    expect(new Set(decisions.map(({ suggested }) => suggested?.stance)).size).toBeGreaterThan(2);
    const scales = new Set(scalesOf(model).map(({ id }) => id));
    expect(
      decisions.flatMap(({ answers }) => Object.keys(answers).filter((id) => !scales.has(id))),
    ).toEqual([]);
  });

  test('who decides is agreed at several levels, one of them in a decision, and one may rise', () => {
    const people = of('person');
    const agreed = people.flatMap(({ delegations }) => delegations);
    expect(new Set(agreed.map(({ level }) => level)).size).toBeGreaterThan(3);
    const ids = new Set(of('decision').map(({ id }) => id));
    const noted = agreed.filter(({ decisionId }) => decisionId !== null);
    expect(noted.map(({ decisionId }) => ids.has(decisionId ?? ''))).toEqual([true]);
    const rising = people.flatMap((person) =>
      nextLevels(
        person,
        of('decision').filter(({ personId }) => personId === person.id),
        now.slice(0, 10),
      ),
    );
    expect(rising).toMatchObject([{ area: 'Billing', level: 6, wentWell: 2 }]);
  });
});
