import './styles/tokens.css';
import './styles/base.css';
import { mount } from 'svelte';
import AppView from './App.svelte';
import { App } from './api/app.svelte.ts';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no element #app');

const app = new App(window.evenkeel);
app.start();
// Locale, zone and theme come first: nothing is drawn twice.
await app.load();
mount(AppView, { target, props: { app } });
