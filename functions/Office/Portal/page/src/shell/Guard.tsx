import { Component, type ComponentChildren } from 'preact';
import { Problem } from '../api/problem';
import { ProblemView } from '../parts/States';

/** A view that breaks does not take the page with it. */
export class Guard extends Component<{ children: ComponentChildren }, { problem: Problem | null; broken: boolean }> {
  override state = { problem: null, broken: false };

  override componentDidCatch(thrown: unknown): void {
    this.setState({ broken: true, problem: thrown instanceof Problem ? thrown : null });
    if (!(thrown instanceof Problem)) {
      console.error(thrown);
    }
  }

  override render() {
    return this.state.broken
      ? <ProblemView problem={this.state.problem} retry={() => this.setState({ broken: false, problem: null })} />
      : this.props.children;
  }
}
