import type { HandlersOf } from '../ipc/handlers.ts';
import type { Resources } from './resources.ts';

export function createHelperService(resources: Resources): HandlersOf<'helper'> {
  return { 'helper.model': () => resources.model() };
}
