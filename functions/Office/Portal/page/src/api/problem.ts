/** A fault at a place of what was sent: `$.scores[3].points`. */
export interface Fault {
  readonly path: string;
  readonly detail: string;
}

export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly trace: string;
  readonly faults?: readonly Fault[];
}

/** Why a call was not answered as asked: what the program said, or that nobody answered (`status` 0). */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(readonly document: ProblemDocument) {
    super(document.detail || document.title);
  }

  get status(): number {
    return this.document.status;
  }

  get faults(): readonly Fault[] {
    return this.document.faults ?? [];
  }

  /** Nobody answered: the line is down, or the program is. */
  get isOffline(): boolean {
    return this.status === 0;
  }

  /** Comes right by itself: trying again later may do. */
  get isPassing(): boolean {
    return this.isOffline || [408, 429, 502, 503, 504].includes(this.status);
  }

  /** Somebody else was faster: what is there must be read again. */
  get isOvertaken(): boolean {
    return this.status === 412;
  }

  static offline(): Problem {
    return new Problem({ type: 'about:blank', title: 'offline', status: 0, detail: '', trace: '' });
  }

  /** What is known of an answer that is not a success. */
  static async of(response: Response, body?: unknown): Promise<Problem> {
    const document = (body ?? await response.json().catch(() => null)) as Partial<ProblemDocument> | null;
    return new Problem({
      type: 'about:blank', title: response.statusText, detail: '', trace: '', ...(typeof document === 'object' ? document : null), status: response.status,
    });
  }

  /** Whatever was thrown, as a problem: what is not one is a fault of the page, and told to who looks for it. */
  static from(thrown: unknown): Problem {
    if (thrown instanceof Problem) {
      return thrown;
    }

    console.error(thrown);
    return new Problem({ type: 'about:blank', title: '', status: 500, detail: '', trace: '' });
  }
}

/** The faults of one field: those at its path or below it. */
export function faultsAt(faults: readonly Fault[], path: string): readonly Fault[] {
  return faults.filter(fault => fault.path === path || (fault.path.startsWith(path) && /^[.[]/u.test(fault.path.slice(path.length))));
}

/** The faults that stand at none of these fields. */
export function faultsElsewhere(faults: readonly Fault[], paths: readonly string[]): readonly Fault[] {
  return faults.filter(fault => !paths.some(path => faultsAt([fault], path).length > 0));
}
