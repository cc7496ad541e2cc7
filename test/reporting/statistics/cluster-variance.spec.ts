import { clusterVarianceOf } from '../../../src/counting/domain/statistics/cluster-variance';
import { clustersOf } from './clusters';

describe('The cluster-robust variance of a share', () => {
  it('is CR2 with Satterthwaite’s degrees of freedom, as the matrices of the regression on a constant give them', () => {
    // Worked out in Python (numpy) from Bell and McCaffrey's definition: hat matrix, inverse square roots of its blocks,
    // eigenvalues of the quadratic form; one row per patient.
    const found = clusterVarianceOf(clustersOf([12, 20], [30, 40], [7, 21], [41, 60], [9, 10], [22, 45]));

    expect(found?.variance).toBeCloseTo(0.003897667591153408, 15);
    expect(found?.freedom).toBeCloseTo(3.74967325558859, 10);
  });

  it('is the textbook’s for organisations of one size: the variance of their shares through their number', () => {
    const found = clusterVarianceOf(clustersOf([12, 20], [15, 20], [7, 20], [18, 20]));

    const shares = [0.6, 0.75, 0.35, 0.9];
    const mean = 0.65;
    const variance = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / 3 / 4;
    expect(found?.variance).toBeCloseTo(variance, 12);
    expect(found?.freedom).toBeCloseTo(3, 12);
  });

  it('is that of drawing patients one by one where each has an organisation of their own', () => {
    const found = clusterVarianceOf(
      clustersOf(...Array.from({ length: 50 }, (_, at) => [at < 20 ? 1 : 0, 1] as const)),
    );

    expect(found?.variance).toBeCloseTo((0.4 * 0.6) / 49, 12);
    expect(found?.freedom).toBeCloseTo(49, 9);
  });

  it('is nothing where all organisations have the same share', () => {
    expect(clusterVarianceOf(clustersOf([3, 10], [9, 30]))?.variance).toBeCloseTo(0, 15);
  });

  it('cannot be told of one organisation, however many others were not heard of', () => {
    expect(clusterVarianceOf(clustersOf([3, 10], [0, 0], [0, 0]))).toBeUndefined();
    expect(clusterVarianceOf([])).toBeUndefined();
  });
});
