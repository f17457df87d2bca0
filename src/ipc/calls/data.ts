import * as v from 'valibot';
import { documentKinds } from '../../domain/documents/document-kinds.ts';
import { idField } from '../../domain/documents/fields.ts';
import type { BackupView, DataView, DocumentView, PictureCount } from '../views/data.ts';
import type { CallsOf } from './call.ts';
import { call, destructive } from './call.ts';
import { countingNumber, nothing } from './inputs.ts';

const documentVersion = {
  kind: v.picklist(documentKinds),
  id: idField,
  /** Null for the newest that is remembered. */
  version: v.nullable(countingNumber),
};

/** The calls whose names begin with `data.`. */
export const dataCalls = {
  'data.read': call<DataView>()(nothing),
  /** What restoring a backup would put back. */
  'data.backup': call<BackupView>()(v.strictObject({ backupId: countingNumber })),
  /** A version of a document beside the document as it is. */
  'data.document': call<DocumentView>()(v.strictObject(documentVersion)),
  'data.restoreDocument': destructive<null>()(v.strictObject(documentVersion)),
  /** Puts everything back that a backup holds; what was made since stays. */
  'data.restoreBackup': destructive<null>()(v.strictObject({ backupId: countingNumber })),
  /**
   * Moves pictures of the library that nothing on this computer mentions to the local folder; says how
   * many.
   */
  'data.setAsidePictures': call<PictureCount>()(nothing),
  /** Shows one of the app's own folders in the file manager. */
  'data.openFolder': call<null>()(
    v.strictObject({ folder: v.picklist(['data', 'local', 'set-aside']) }),
  ),
} as const satisfies CallsOf<'data'>;
