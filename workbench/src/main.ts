import { mount } from 'svelte';
import App from './App.svelte';
import './app.css';
import { ledger } from './state/ledger.svelte';

void ledger.load();
mount(App, { target: document.getElementById('app')! });
