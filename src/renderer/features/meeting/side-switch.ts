import Lock from '@lucide/svelte/icons/lock';
import UserRound from '@lucide/svelte/icons/user-round';
import UsersRound from '@lucide/svelte/icons/users-round';
import { m } from '../../../messages/index.ts';

/** Whose a talking point or an action item is: the two sides of its switch. */
export const sidesOf = (personName: string) =>
  [
    { value: 'me', label: m.meeting_mine(), icon: UserRound },
    { value: 'them', label: m.meeting_theirs({ name: firstName(personName) }), icon: UserRound },
  ] as const;

/** Who may see a talking point: the two sides of its switch. */
export const visibilities = () =>
  [
    { value: 'shared', label: m.meeting_shared(), icon: UsersRound },
    { value: 'private', label: m.meeting_private(), icon: Lock },
  ] as const;

/** What somebody is called in passing. */
export const firstName = (name: string): string => name.split(/\s/, 1)[0] ?? name;
