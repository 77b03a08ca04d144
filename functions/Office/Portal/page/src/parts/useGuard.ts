import { useEffect } from 'preact/hooks';
import { words } from '../words/language';

const w = words({ leave: 'Những thay đổi chưa lưu sẽ mất. Rời trang này?' }, { leave: 'Changes that are not saved will be lost. Leave this page?' });

/** Asks before a form with changes is left by a link, or by closing the window. */
export function useGuard(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) {
      return undefined;
    }

    const unload = (event: Event) => event.preventDefault();
    const click = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]:not([href^="#"])') : null;
      if (link && !confirm(w.leave)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    addEventListener('beforeunload', unload);
    addEventListener('click', click, true);
    return () => {
      removeEventListener('beforeunload', unload);
      removeEventListener('click', click, true);
    };
  }, [isChanged]);
}
