// Today is part of the window, since it comes first; every other screen is fetched when it is
// opened, or before that while the window has nothing else to do.
export const screens = {
  capture: () => import('../capture/CaptureDialog.svelte'),
  people: () => import('../people/PeopleScreen.svelte'),
  person: () => import('../person/PersonScreen.svelte'),
  meeting: () => import('../meeting/MeetingScreen.svelte'),
  wrapUp: () => import('../wrap-up/WrapUpScreen.svelte'),
  actions: () => import('../actions/ActionsScreen.svelte'),
  reminders: () => import('../reminders/RemindersScreen.svelte'),
  personHistory: () => import('../history/HistoryScreen.svelte'),
  personFeedback: () => import('../feedback/FeedbackScreen.svelte'),
  share: () => import('../share/ShareScreen.svelte'),
  guide: () => import('../guide/GuideScreen.svelte'),
  library: () => import('../library/LibraryScreen.svelte'),
  decision: () => import('../decision/DecisionScreen.svelte'),
  decisionReview: () => import('../decision/ReviewScreen.svelte'),
  journal: () => import('../journal/JournalScreen.svelte'),
  delegation: () => import('../delegation/DelegationScreen.svelte'),
  balance: () => import('../balance/BalanceScreen.svelte'),
  helper: () => import('../helper/HelperScreen.svelte'),
  check: () => import('../checks/CheckScreen.svelte'),
  templates: () => import('../templates/TemplatesScreen.svelte'),
  template: () => import('../templates/TemplateScreen.svelte'),
  questions: () => import('../questions/QuestionsScreen.svelte'),
  calendars: () => import('../calendars/CalendarsScreen.svelte'),
  calendar: () => import('../calendars/ChooseScreen.svelte'),
  calendarReport: () => import('../calendars/ReportScreen.svelte'),
  settings: () => import('../settings/SettingsScreen.svelte'),
  keys: () => import('../keys/KeysScreen.svelte'),
  data: () => import('../data/DataScreen.svelte'),
  dataBackup: () => import('../data/BackupScreen.svelte'),
  dataDocument: () => import('../data/DocumentScreen.svelte'),
} as const;

const calmMilliseconds = 1500;

/** Fetches the other screens one by one once the window has come to rest; the answer stops it. */
export function prefetchScreens(): () => void {
  const waiting = Object.values(screens);
  let idle = 0;
  const next = (): void => {
    const load = waiting.shift();
    if (load === undefined) return;
    idle = requestIdleCallback(() => {
      // A screen that cannot be fetched says so when it is opened.
      void load().then(next, next);
    });
  };
  const calm = setTimeout(next, calmMilliseconds);
  return () => {
    clearTimeout(calm);
    cancelIdleCallback(idle);
    waiting.length = 0;
  };
}
