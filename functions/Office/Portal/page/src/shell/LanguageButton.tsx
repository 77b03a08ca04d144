import { language, words } from '../words/language';

const w = words({ other: 'English' }, { other: 'Tiếng Việt' });

export function LanguageButton() {
  const other = language.value === 'vi' ? 'en' : 'vi';
  return <button type="button" class="quiet" lang={other} onClick={() => language.value = other}>{w.other}</button>;
}
