import type { FittingReason } from '../../domain/templates/fitting-templates.ts';
import type { TemplateSection } from '../../domain/templates/template-file.ts';
import type { TemplateSource } from '../../domain/templates/template-list.ts';

/** What of a template can be listed; where it cannot be used, why. */
export type TemplateSummary = {
  readonly id: string;
  readonly source: TemplateSource;
  /** Null for one that says no name. */
  readonly title: string | null;
} & (
  | {
      readonly isUsable: true;
      readonly summary: string;
      readonly when: string;
      readonly durationMinutes: number;
    }
  | { readonly isUsable: false; readonly reason: string; readonly line: number | null }
);

export interface TemplateView {
  readonly summary: TemplateSummary;
  readonly text: string;
  /** Both empty for one that cannot be used. */
  readonly sections: readonly TemplateSection[];
  readonly avoid: readonly string[];
}

/** What an empty agenda can start from. */
export interface TemplateChoices {
  /** At most three, best first. */
  readonly fitting: readonly {
    readonly template: TemplateSummary;
    readonly reason: FittingReason;
  }[];
  /** All others, in their order; those that cannot be used are among them. */
  readonly others: readonly TemplateSummary[];
}
