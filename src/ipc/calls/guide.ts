import * as v from 'valibot';
import { idField, lineField } from '../../domain/documents/fields.ts';
import type { Reading } from '../../domain/documents/reading.ts';
import { paperField, portionField, textStepField } from '../../domain/documents/reading.ts';
import { longestPassage } from '../../domain/guide/passage.ts';
import type { GuidePageSummary, GuidePageView, SentPassage } from '../views/guide.ts';
import type { CallsOf } from './call.ts';
import { call, destructive } from './call.ts';
import { nothing } from './inputs.ts';

/** A heading of a page; null for the page as a whole. */
const anchorField = v.nullable(lineField(200));

/** The calls whose names begin with `guide.`. */
export const guideCalls = {
  'guide.list': call<readonly GuidePageSummary[]>()(nothing),
  'guide.read': call<GuidePageView>()(v.strictObject({ pageId: v.string() })),
  /** Where the user is in what they read, and how they like to read it. */
  'guide.reading': call<Reading>()(nothing),
  /** Keeps where the user stopped on a page. */
  'guide.keepPlace': call<null>()(
    v.strictObject({
      pageId: lineField(200),
      portion: portionField,
      anchor: anchorField,
      isAtEnd: v.boolean(),
    }),
  ),
  'guide.setReading': call<Reading>()(
    v.strictObject({ textStep: v.optional(textStepField), paper: v.optional(paperField) }),
  ),
  /** Puts a passage on the agenda of the next 1:1 with somebody; undone like what takes away. */
  'guide.sendPassage': destructive<SentPassage>()(
    v.strictObject({
      pageId: lineField(200),
      anchor: anchorField,
      passage: lineField(longestPassage),
      personId: idField,
    }),
  ),
  /** Prints the page of the guide that the window shows. */
  'guide.print': call<null>()(v.strictObject({ pageId: lineField(200) })),
} as const satisfies CallsOf<'guide'>;
