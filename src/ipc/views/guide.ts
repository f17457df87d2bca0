import type { ArticleSummary } from '../../domain/documents/summaries.ts';
import type { GuideGroup } from '../../domain/guide/guide-groups.ts';

export interface GuidePageSummary {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly group: GuideGroup | 'library';
}

export interface GuidePageView {
  readonly id: string;
  readonly title: string;
  readonly markdown: string;
  readonly sources: readonly {
    readonly title: string;
    readonly detail: string;
    readonly url: string | null;
  }[];
  readonly previous: GuidePageSummary | null;
  readonly next: GuidePageSummary | null;
  /** What is to be known of a document of the library; null for a page that ships with the app. */
  readonly library: LibraryPage | null;
}

export interface LibraryPage extends Pick<ArticleSummary, 'folder' | 'path' | 'problem'> {
  /** How far its headings move, so that they stand under its title. */
  readonly headingOffset: number;
  /** What its text may lead to or show of its own folder, and where the app has that. */
  readonly targets: readonly { readonly path: string; readonly address: string }[];
}

/** Where a passage of the guide, or a point of a check, went. */
export interface SentPassage {
  readonly meetingId: string;
  readonly personName: string;
  /** Null while the 1:1 has no date. */
  readonly startsAt: string | null;
  readonly timeZone: string;
}
