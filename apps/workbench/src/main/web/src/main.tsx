import './look.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { lang } from './address';
import { follow } from './copy';
import { Shell } from './Shell';
import { say } from './words';

effect(() => {
  document.documentElement.lang = lang.value;
  document.title = say('title');
});
follow();
render(<Shell />, document.getElementById('bench')!);
