import { tick } from 'svelte';
import type { DocumentRef } from '../../../domain/documents/document.ts';
import type { CallError, Result } from '../../../ipc/result.ts';
import { getApp } from '../../api/app.svelte.ts';
import { focusHeading } from '../../ui/focus-heading.ts';

/** The ways back that a screen offers, and why the last one failed. */
export interface Restoring {
  /** A sentence; empty when all went well. */
  readonly failure: string;
  /** Whether one is under way. */
  readonly isBusy: boolean;
  /** Puts a version back; null for the newest that is remembered. */
  document(ref: DocumentRef, version: number | null): Promise<void>;
  backup(backupId: number): Promise<void>;
}

/** For the component that is being made. What is restored goes from its list, so the focus moves. */
export function createRestoring(): Restoring {
  const { api } = getApp();
  let error = $state.raw<CallError | null>(null);
  let isBusy = $state(false);

  async function perform(restore: () => Promise<Result<null>>): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    const result = await restore();
    isBusy = false;
    error = result.ok ? null : result.error;
    await tick();
    if (result.ok) focusHeading();
  }

  return {
    get failure() {
      return error?.message ?? '';
    },
    get isBusy() {
      return isBusy;
    },
    document: ({ kind, id }, version) =>
      perform(() => api.call('data.restoreDocument', { kind, id, version })),
    backup: (backupId) => perform(() => api.call('data.restoreBackup', { backupId })),
  };
}
