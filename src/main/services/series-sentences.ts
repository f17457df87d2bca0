import type { ExceptionProblem } from '../../domain/series/change-series.ts';
import type { RevisionProblem } from '../../domain/series/revise-series.ts';
import { m } from '../../messages/index.ts';

/** Why a series cannot be kept or changed as asked, for the user. */
export function problemSentence(problem: RevisionProblem | ExceptionProblem): string {
  switch (problem) {
    case 'impossible-start':
      return m.main_series_impossible_start();
    case 'unknown-zone':
      return m.main_series_unknown_zone();
    case 'unreadable':
      return m.main_series_rule_unreadable();
    case 'unsupported':
      return m.main_series_rule_unsupported();
    case 'too-often':
      return m.main_series_rule_too_often();
    case 'too-many':
      return m.main_series_rule_too_many();
    case 'no-such-occurrence':
      return m.main_occurrence_missing();
    case 'nothing-to-put-back':
      return m.series_nothing_to_put_back();
    case 'already-held':
      return m.series_already_held();
    case 'begins-too-early':
      return m.series_begins_too_early();
    case 'ends-before-it-begins':
      return m.series_ends_before_it_begins();
  }
}
