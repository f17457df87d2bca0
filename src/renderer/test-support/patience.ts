import { configure } from '@testing-library/svelte';

// Screens are compiled when they are first opened, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 10_000 });
