import { asPrivateAsAnywhere } from '../../domain/agenda/shared.ts';
import type { MeetingTimes } from '../../domain/agenda/meeting-times.ts';
import { routeHash } from '../../domain/routes.ts';
import { shareFileName } from '../../domain/share/file-name.ts';
import { sharedHalf } from '../../domain/share/shared-half.ts';
import type { ShareWords } from '../../domain/share/shared-markdown.ts';
import { sharedMarkdown } from '../../domain/share/shared-markdown.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import type { SavedFile, ShareView } from '../../ipc/views.ts';
import type { Formatter } from '../../messages/format.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Store, StoreReader } from '../store/store.ts';
import { meetingMissing } from './missing.ts';
import type { SavingParts } from './save-file.ts';
import { saveFile } from './save-file.ts';
import type { PaperPage } from '../windows/window-page.ts';
import { readTimes } from './read-times.ts';
import { tried } from './tried.ts';

export interface ShareServiceParts extends SavingParts {
  readonly store: Store;
  readonly format: Formatter;
  readonly page: PaperPage;
  readonly writeClipboard: (text: string) => Promise<void> | void;
}

/**
 * Shares the shared half of a 1:1. What leaves is made here from the document, never from what a window says:
 * a window cannot have anything else shared.
 */
export function createShareService(parts: ShareServiceParts): HandlersOf<'share'> {
  const { store, page } = parts;
  const read = (meetingId: string) => readShare(parts, store, meetingId);
  return {
    'share.read': ({ meetingId }) => read(meetingId),
    'share.copy': async ({ meetingId }) => {
      const share = await read(meetingId);
      if (!share.ok) return share;
      const copied = await tried(parts.report, m.share_copy_failed(), async () => {
        await parts.writeClipboard(share.value.markdown);
      });
      return copied.ok ? success(null) : copied;
    },
    'share.save': ({ meetingId, format }) => save(parts, meetingId, format),
    'share.print': async ({ meetingId }) => {
      if (!isShown(page, meetingId)) return failure('invalid', m.share_elsewhere());
      const printed = await tried(parts.report, m.share_print_failed(), page.print);
      return printed.ok ? success(null) : printed;
    },
  };
}

async function save(
  parts: ShareServiceParts,
  meetingId: string,
  format: 'markdown' | 'pdf',
): Promise<Result<SavedFile | null>> {
  const share = await readShare(parts, parts.store, meetingId);
  if (!share.ok) return share;
  const isPdf = format === 'pdf';
  if (isPdf && !isShown(parts.page, meetingId)) return failure('invalid', m.share_elsewhere());
  // The page becomes a PDF before the dialog opens: by its end the window may show something private.
  const content = isPdf
    ? await tried(parts.report, m.share_pdf_failed(), parts.page.toPdf)
    : success(share.value.markdown);
  if (!content.ok) return content;
  // The user may have gone on while it was made, and it may show where to.
  if (isPdf && !isShown(parts.page, meetingId)) return failure('invalid', m.share_elsewhere());
  const name = shareFileName(share.value.personName, share.value.onDate, isPdf ? 'pdf' : 'md');
  return saveFile(
    parts,
    { name, title: m.share_dialog_title(), dialogFailed: m.share_dialog_failed() },
    content.value,
  );
}

/** Whether the window shows this share and nothing else, so that nothing else can be printed. */
const isShown = (page: PaperPage, meetingId: string): boolean =>
  page.route() === routeHash({ place: 'share', meetingId });

async function readShare(
  { format }: Pick<ShareServiceParts, 'format'>,
  reader: Pick<StoreReader, 'read' | 'summaries'>,
  meetingId: string,
): Promise<Result<ShareView>> {
  const meeting = await reader.read('meeting', meetingId);
  if (meeting === null) return meetingMissing();
  const { personId } = meeting;
  const [person, meetings, decisions] = await Promise.all([
    reader.read('person', personId),
    reader.summaries('meeting', { personId }),
    reader.summaries('decision', { personId }),
  ]);
  const personName = person?.name ?? '';
  const half = sharedHalf(asPrivateAsAnywhere(meeting, { meetings, decisions }));
  const times = await readTimes(reader, meeting);
  return success({
    meetingId,
    personName,
    onDate: times?.startLocal.slice(0, 10) ?? null,
    markdown: sharedMarkdown(half, shareWords(times, personName, format)),
    leftOut: half.leftOut,
  });
}

function shareWords(times: MeetingTimes | null, personName: string, format: Formatter): ShareWords {
  return {
    title: m.share_document_title({ name: personName }),
    when:
      times === null
        ? m.share_document_no_date()
        : format.dateAndTime(times.startsAt, times.timeZone),
    agenda: m.meeting_agenda(),
    notes: m.meeting_notes(),
    actions: m.meeting_actions(),
    nothing: m.share_document_nothing(),
    mine: m.share_document_mine(),
    theirs: personName.split(/\s/, 1)[0] ?? personName,
    dueOn: (date) => m.share_document_due({ date: format.date(date) }),
    carried: m.share_document_carried(),
    dropped: m.share_document_dropped(),
    becameAction: m.share_document_action(),
    decided: (text) => m.share_document_decided({ text }),
  };
}
