import { effect, signal } from '@preact/signals';

export type Language = 'vi' | 'en';

const kept = 'language';

/** The language of the page, and of what the program answers. Vietnamese unless somebody asked for English on this machine. */
export const language = signal<Language>(localStorage.getItem(kept) === 'en' ? 'en' : 'vi');

effect(() => {
  document.documentElement.lang = language.value;
  localStorage.setItem(kept, language.value);
});

/** Words in both languages under one name each; read in the language of the moment, so a component that reads one is drawn anew when the language changes. */
export function words<T extends object>(vi: T, en: NoInfer<T>): Readonly<T> {
  return new Proxy(vi, {
    get: (_, name) => Reflect.get(language.value === 'vi' ? vi : en, name),
  });
}
