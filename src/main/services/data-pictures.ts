import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import type { PictureCount } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import { reasonOf } from '../store/save-failure.ts';
import type { DataServiceParts } from './data.ts';

type Parts = Pick<DataServiceParts, 'store' | 'pictures' | 'report'>;

/** Only those that nothing shows which is there or can be had back on this computer. */
export async function setAsidePictures(parts: Parts): Promise<Result<PictureCount>> {
  const { store, pictures, report } = parts;
  if (store.readOnlyReason !== null) return failure('not-saved', store.readOnlyReason);
  const wanted = new Set(await store.mentionedPictures());
  try {
    return success(await pictures.setAside(wanted));
  } catch (error) {
    report(error);
    return failure('not-saved', m.data_pictures_failed({ reason: reasonOf(error) }));
  }
}
