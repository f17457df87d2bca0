import type { AgendaTemplate } from '../agenda/apply-template.ts';
import type { TemplateDocument } from '../documents/template.ts';

const id = 'sample-template-01';
const points = ['What surprised us in the incident?', 'Which step did we leave out, and why?'];

/** An agenda skeleton that the user wrote. */
export const ownTemplate = (createdAt: string): TemplateDocument => ({
  kind: 'template',
  version: 1,
  id,
  replaces: null,
  text: `---
id: ${id}
title: After an incident
summary: Twenty minutes with whoever was on call, within two days.
when: After a night that nobody wants to have again.
durationMinutes: 20
order: 20
---

## What happened

- Thank them first.
${points.map((point) => `- [ ] ${point}\n`).join('')}
## What not to do

- Do not ask who it was.
`,
  createdAt,
});

/** What an agenda takes from it. */
export const ownAgenda: AgendaTemplate = {
  id,
  points: points.map((text) => ({ text, stance: null })),
};
