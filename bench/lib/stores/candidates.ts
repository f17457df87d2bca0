import type { Candidate } from './candidate.ts';
import { evenkeelCandidate } from './evenkeel-candidate.ts';
import { confCandidate, lowdbCandidate } from './json-candidates.ts';
import { sqliteFullCandidate } from './sqlite-candidate.ts';

export type CandidateName = 'evenkeel' | 'lowdb' | 'conf' | 'sqliteFull';

/** The stores that are measured, ours first. */
export const candidates: Readonly<Record<CandidateName, Candidate>> = {
  evenkeel: evenkeelCandidate,
  lowdb: lowdbCandidate,
  conf: confCandidate,
  sqliteFull: sqliteFullCandidate,
};
