import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';
import { mount } from 'svelte';
import AppView from './App.svelte';
import { App } from './api/app.svelte.ts';
import { askAhead } from './api/ask-ahead.ts';
import { restoreScroll } from './api/scroll-memory.ts';
import { parseRoute } from '../domain/parse-route.ts';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no element #app');

// The screen that most starts show asks beside the rest, not after it.
const bridge = window.evenkeel;
const isToday = parseRoute(window.location.hash).place === 'today';
const app = new App(isToday ? askAhead(bridge, 'today.read') : bridge);
app.start();
// Locale, zone and theme come first: nothing is drawn twice.
await app.load();
mount(AppView, { target, props: { app } });
restoreScroll();
