import { success } from '../../ipc/result.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Resources } from './resources.ts';

export function createTemplatesService(resources: Resources): HandlersOf<'templates'> {
  return {
    'templates.list': async () => {
      const templates = await resources.templates();
      return success(
        templates.map(({ id, title, summary, durationMinutes }) => ({
          id,
          title,
          summary,
          durationMinutes,
        })),
      );
    },
  };
}
