import { Component, type ComponentChildren } from 'preact';
import { Problem } from '../api/problem';
import { Page } from '../parts/Page';
import { ProblemView, sayProblem } from '../parts/States';

/** A view that breaks does not take the page with it. */
export class Guard extends Component<{ children: ComponentChildren }, { problem: Problem | null }> {
  override state = { problem: null as Problem | null };

  override componentDidCatch(thrown: unknown): void {
    this.setState({ problem: Problem.from(thrown) });
  }

  override render() {
    return this.state.problem
      ? <Page title={sayProblem(this.state.problem).title}><ProblemView problem={this.state.problem} retry={() => this.setState({ problem: null })} /></Page>
      : this.props.children;
  }
}
