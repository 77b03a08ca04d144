import { useState } from 'preact/hooks';
import { Problem, type Fault } from '../api/problem';

export interface Act {
  /** Does it; true when it was done. */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>;
  readonly isBusy: boolean;
  readonly problem: Problem | null;
  /** Those of the problem, for the fields. */
  readonly faults: readonly Fault[];
  readonly clear: () => void;
}

/** For buttons and forms: whether it is being done, and the problem it had. */
export function useAct(): Act {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  return {
    isBusy,
    problem,
    faults: problem?.faults ?? [],
    clear: () => setProblem(null),
    async run(work) {
      setBusy(true);
      setProblem(null);
      try {
        await work();
        return true;
      } catch (thrown) {
        setProblem(Problem.from(thrown));
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
