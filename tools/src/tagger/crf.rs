//! A linear-chain conditional random field, learnt by stochastic gradients with AdaGrad (Duchi,
//! Hazan and Singer 2011).

use griot::training::names::{TAGS, may_follow};

use crate::random::Random;

/// A sentence: the numbers of each token's features, and its tag.
#[derive(Clone)]
pub struct Sentence {
    pub features: Vec<Vec<u32>>,
    pub tags: Vec<usize>,
    pub weight: f32,
}

/// How often the sentences are gone through.
pub const PASSES: usize = 10;
/// Small steps: larger ones learn the training text sooner and other text less well.
const RATE: f32 = 0.03;
/// Of the features of a token, this share is not seen each time: no single one may decide.
const DROPPED: f32 = 0.2;
/// Smaller gradients change nothing.
const LEAST: f32 = 1e-4;

/// A number for every tag.
type Row = [f32; TAGS];

/// What it adds to go from one tag to the next; the last row and column are the edges.
#[derive(Clone, Copy)]
pub struct Steps<T = f32> {
    pub weights: [[T; TAGS + 1]; TAGS + 1],
    /// How many make one natural unit.
    pub unit: f32,
}

impl<T: Copy + Default> Default for Steps<T> {
    fn default() -> Self {
        Self {
            weights: [[T::default(); TAGS + 1]; TAGS + 1],
            unit: 1.0,
        }
    }
}

impl<T: Copy> Steps<T> {
    pub fn map<U>(&self, f: impl Fn(T) -> U + Copy) -> Steps<U> {
        Steps {
            weights: self.weights.map(|row| row.map(f)),
            unit: self.unit,
        }
    }
}

/// The weights, and the sums of the squares of their gradients so far.
pub struct Field {
    rows: Vec<Row>,
    squares: Vec<Row>,
    pub steps: Steps,
    step_squares: Steps,
    /// The tags that may stand before each, and at the end before the edge.
    before: Vec<Vec<usize>>,
}

/// One step of AdaGrad.
fn climb(weight: &mut f32, square: &mut f32, gradient: f32) {
    if gradient.abs() > LEAST {
        *square += gradient * gradient;
        *weight += RATE * gradient / (square.sqrt() + 1e-3);
    }
}

#[allow(
    clippy::indexing_slicing,
    reason = "tags index arrays of their number, and positions arrays of the sentence's length"
)]
impl Field {
    pub fn new(features: usize) -> Self {
        let before = |next: usize| (0..TAGS).filter(|tag| may_follow(*tag, next)).collect();
        Self {
            rows: vec![[0.0; TAGS]; features],
            squares: vec![[0.0; TAGS]; features],
            steps: Steps::default(),
            step_squares: Steps::default(),
            before: (0..=TAGS).map(before).collect(),
        }
    }

    pub fn weights(&self, feature: usize) -> Row {
        self.rows[feature]
    }

    /// Goes through the sentences so many times; the mean cost of a token the last time.
    pub fn learn(&mut self, sentences: &[Sentence], passes: usize) -> f64 {
        let mut random = Random(0);
        let mut order: Vec<&Sentence> = sentences.iter().filter(|it| !it.tags.is_empty()).collect();
        let tokens: usize = order.iter().map(|it| it.tags.len()).sum();
        let mut cost = 0.0;
        for _ in 0..passes {
            cost = 0.0;
            random.shuffle(&mut order);
            for sentence in &order {
                cost += self.learn_one(sentence, &mut random);
            }
        }
        cost / tokens as f64
    }

    /// One step along the gradient of a sentence's likelihood; what its tags cost before.
    fn learn_one(&mut self, sentence: &Sentence, random: &mut Random) -> f64 {
        let features: Vec<Vec<u32>> = sentence
            .features
            .iter()
            .map(|all| {
                let seen = all.iter().filter(|_| random.unit() >= DROPPED);
                seen.copied().collect()
            })
            .collect();
        let length = features.len();
        let steps = self.steps.map(f32::exp).weights;
        let emitted: Vec<Row> = features
            .iter()
            .map(|features| self.emit(features))
            .collect();
        let forward = self.forward(&emitted, &steps);
        let backward = self.backward(&emitted, &steps, &forward);
        let mut step_gradients = Steps::default().weights;
        let mut cost = 0.0;
        for index in 0..length {
            let tag = sentence.tags[index];
            let (reached, scale) = &forward[index];
            let likely: Row = std::array::from_fn(|tag| reached[tag] * backward[index][tag]);
            cost -= f64::from(likely[tag].max(1e-20)).ln();
            let mut gradient = likely.map(|likely| -likely * sentence.weight);
            gradient[tag] += sentence.weight;
            for feature in &features[index] {
                let number = *feature as usize;
                let rows = self.rows[number].iter_mut().zip(&mut self.squares[number]);
                for ((weight, square), gradient) in rows.zip(gradient) {
                    climb(weight, square, gradient);
                }
            }
            if index == 0 {
                for tag in 0..TAGS {
                    step_gradients[TAGS][tag] -= likely[tag];
                }
                step_gradients[TAGS][tag] += 1.0;
            } else {
                let before = &forward[index - 1].0;
                for next in 0..TAGS {
                    let share = emitted[index][next] * backward[index][next] / scale;
                    for &tag in &self.before[next] {
                        step_gradients[tag][next] -= before[tag] * steps[tag][next] * share;
                    }
                }
                step_gradients[sentence.tags[index - 1]][tag] += 1.0;
            }
            if index + 1 == length {
                for tag in 0..TAGS {
                    step_gradients[tag][TAGS] -= likely[tag];
                }
                step_gradients[tag][TAGS] += 1.0;
            }
        }
        let weights = self.steps.weights.as_flattened_mut().iter_mut();
        let squares = self.step_squares.weights.as_flattened_mut();
        for ((weight, square), gradient) in weights.zip(squares).zip(step_gradients.as_flattened())
        {
            climb(weight, square, gradient * sentence.weight);
        }
        cost
    }

    /// How well a token's features fit each tag, the best having 1.
    fn emit(&self, features: &[u32]) -> Row {
        let mut sums = [0.0; TAGS];
        for feature in features {
            for (sum, weight) in sums.iter_mut().zip(self.rows[*feature as usize]) {
                *sum += weight;
            }
        }
        let most = sums.iter().copied().fold(f32::MIN, f32::max);
        sums.map(|sum| (sum - most).exp())
    }

    /// The shares of the paths that reach each tag of each token, and what they were divided by.
    fn forward(&self, emitted: &[Row], steps: &[[f32; TAGS + 1]; TAGS + 1]) -> Vec<(Row, f32)> {
        let mut reached: Vec<(Row, f32)> = Vec::with_capacity(emitted.len());
        for (index, emitted) in emitted.iter().enumerate() {
            let mut row = [0.0; TAGS];
            for (next, sum) in row.iter_mut().enumerate() {
                *sum = match index.checked_sub(1) {
                    None if may_follow(TAGS, next) => steps[TAGS][next],
                    None => 0.0,
                    Some(last) => {
                        let paths = self.before[next].iter();
                        paths
                            .map(|&tag| reached[last].0[tag] * steps[tag][next])
                            .sum()
                    }
                };
                *sum *= emitted[next];
            }
            let scale = row.iter().sum::<f32>().max(1e-30);
            reached.push((row.map(|sum| sum / scale), scale));
        }
        reached
    }

    /// What the rest of the sentence makes of each tag of each token.
    fn backward(
        &self,
        emitted: &[Row],
        steps: &[[f32; TAGS + 1]; TAGS + 1],
        forward: &[(Row, f32)],
    ) -> Vec<Row> {
        let length = emitted.len();
        let mut backward = vec![[0.0; TAGS]; length];
        let mut ends = [0.0; TAGS];
        for &tag in &self.before[TAGS] {
            ends[tag] = steps[tag][TAGS];
        }
        let last = &forward[length - 1].0;
        let all: f32 = last.iter().zip(ends).map(|(share, end)| share * end).sum();
        backward[length - 1] = ends.map(|end| end / all.max(1e-30));
        for index in (1..length).rev() {
            let mut row = [0.0; TAGS];
            for next in 0..TAGS {
                let share = emitted[index][next] * backward[index][next] / forward[index].1;
                for &tag in &self.before[next] {
                    row[tag] += steps[tag][next] * share;
                }
            }
            backward[index - 1] = row;
        }
        backward
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_learns_that_names_begin_and_end() {
        // Feature 0 is a word of names, 1 any other; 2 stands in all.
        let sentence = |words: &[(u32, usize)]| Sentence {
            features: words.iter().map(|(feature, _)| vec![*feature, 2]).collect(),
            tags: words.iter().map(|(_, tag)| *tag).collect(),
            weight: 1.0,
        };
        let sentences: Vec<Sentence> = (0..200)
            .map(|_| sentence(&[(1, 0), (0, 1), (0, 2), (1, 0), (0, 1)]))
            .collect();
        let mut field = Field::new(3);
        let cost = field.learn(&sentences, PASSES);
        assert!(cost < 0.3, "{cost}");
        assert!(field.weights(1)[0] > field.weights(1)[1]);
        assert!(field.weights(0)[1] > field.weights(0)[0]);
        assert!(field.steps.weights[1][2] > field.steps.weights[1][1]);
    }
}
