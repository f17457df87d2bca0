import type { EvidenceTag } from '../../../domain/decision/model.ts';
import { m } from '../../../messages/index.ts';

interface EvidenceWords {
  readonly label: () => string;
  readonly meaning: () => string;
}

/** The words for how firm the ground under a statement is, firmest first. */
export const evidenceWords: Readonly<Record<EvidenceTag, EvidenceWords>> = {
  'well-supported': {
    label: m.guide_evidence_well_supported,
    meaning: m.guide_evidence_well_supported_meaning,
  },
  'plausible-or-contested': {
    label: m.guide_evidence_contested,
    meaning: m.guide_evidence_contested_meaning,
  },
  practice: { label: m.guide_evidence_practice, meaning: m.guide_evidence_practice_meaning },
  article: { label: m.guide_evidence_article, meaning: m.guide_evidence_article_meaning },
};

export const evidenceTags: readonly EvidenceTag[] = [
  'well-supported',
  'plausible-or-contested',
  'practice',
  'article',
];

export function isEvidenceTag(name: string | undefined): name is EvidenceTag {
  return evidenceTags.some((tag) => tag === name);
}
