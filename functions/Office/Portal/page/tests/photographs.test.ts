import { describe, expect, it } from 'vitest';
import { carriedOver, choicesOf, lacksCaption, photographsOf } from '../src/views/bloc/photographs';

const file = (id: string, type: 'jpeg' | 'png' | 'pdf' = 'jpeg', caption: string | null = null) => ({ id, type, caption });

describe('photographs of a meeting', () => {
  const chosen = [{ caption: 'Toàn cảnh', attachment: 'b' }, { caption: 'Trao cờ', attachment: null }];
  const choices = choicesOf(chosen, [file('a', 'png', 'Ký giao ước'), file('b'), file('c', 'pdf')]);

  it('are offered among the pictures of the meeting, the chosen ones first and in their order', () => {
    expect(choices).toEqual([
      { attachment: 'b', caption: 'Toàn cảnh', isChosen: true },
      { attachment: null, caption: 'Trao cờ', isChosen: true },
      { attachment: 'a', caption: 'Ký giao ước', isChosen: false },
    ]);
  });

  it('are sent back as they were where nobody changed anything', () => expect(photographsOf(choices)).toEqual(chosen));

  it('each need a caption, those alone that are chosen', () => {
    expect(lacksCaption(choices)).toBe(false);
    expect(lacksCaption([{ attachment: 'a', caption: ' ', isChosen: false }])).toBe(false);
    expect(lacksCaption([{ attachment: 'a', caption: ' ', isChosen: true }])).toBe(true);
  });

  it('keep what was typed while another file comes, and go with a file that was taken away', () => {
    const typed = [{ ...choices[0]!, caption: 'Toàn cảnh hội nghị' }, choices[1]!, { ...choices[2]!, isChosen: true }];
    const now = choicesOf(chosen, [file('b'), file('d')]);
    expect(carriedOver(typed, now).map(one => [one.attachment, one.caption, one.isChosen])).toEqual([['b', 'Toàn cảnh hội nghị', true], [null, 'Trao cờ', true], ['d', '', false]]);
  });
});
