import type { FittingReason } from '../../../domain/templates/fitting-templates.ts';
import type { TemplateSource } from '../../../domain/templates/template-list.ts';
import type { TemplateSummary } from '../../../ipc/views.ts';
import { m } from '../../../messages/index.ts';

/** What a template is called, also when it says no name. */
export const templateTitle = ({ title }: TemplateSummary): string =>
  title ?? m.templates_nameless();

const sources: Readonly<Record<TemplateSource, () => string>> = {
  shipped: m.templates_source_shipped,
  changed: m.templates_source_changed,
  own: m.templates_source_own,
};

/** Whose a template is. */
export const sourceWords = (source: TemplateSource): string => sources[source]();

/** Why a template cannot be used, and where. */
export const faultWords = (fault: { reason: string; line: number | null }): string =>
  fault.line === null
    ? fault.reason
    : m.templates_unusable_at({ line: fault.line, reason: fault.reason });

/** Why a template is offered first. */
export function fittingWords(reason: FittingReason): string {
  switch (reason.kind) {
    case 'first-meeting':
      return m.templates_fits_first_meeting();
    case 'skip-level':
      return m.templates_fits_skip_level();
    case 'long-gap':
      return m.templates_fits_long_gap({ count: reason.days });
    case 'used-last':
      return m.templates_fits_used_last();
    case 'regular':
      return m.templates_fits_regular();
  }
}
