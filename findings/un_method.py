"""How the roll calls were counted, what they cannot say, and how to make the page again."""

METHOD = """## How it was counted

- **Votes.** Yes, abstention, no. A state that was absent has no vote: absence is not abstention, and no vote is imputed.
  China was absent, or announced that it did not take part, on {absent} of the roll calls of 1972–79 and {absent_later} of
  those of 2000–05. Not taking part was a policy then, so what is known of China in the 1970s is known of the questions
  it chose to vote on.
- **NATO** is the states that were members when the session opened: fifteen in 1971, sixteen with Spain from 1982,
  nineteen from 1999, twenty-six from the session of 2004. The Federal Republic of Germany votes from its admission in
  1973, as one state with the Germany of 1990; the German Democratic Republic is another state and never
  counted as a member. France
  and Greece were members also while outside the integrated command.
- **China** is the People's Republic, from its first vote in November 1971; votes cast from that seat before are
  another voter's and not counted.
- **Periods** go by the year a session opens: session 26 is 1971, and its votes run into the next year.
- **Issues** are those of the data: a roll call may have several; {without_issue} have none and count under “all” only.
- **All roll calls** in the data are used, amendments and separate votes on paragraphs included, each with equal weight.
- **Most allies** means more than half of the members voting; where no vote has more than half, the roll call is left
  out of that share.
- **Intervals.** 95%. The votes are all there are, not a sample; an interval says how far a mean would move with other
  sessions of the same kind. It takes sessions as units, since roll calls of one session go together. Texts that come
  back every year make sessions alike, so the true uncertainty about *other questions* is larger. Nothing is said of
  fewer than twenty roll calls. For one roll call the members are the whole population, and only absent members leave
  any doubt.
- **Positions** come from an ordinal ideal-point model with one dimension, session by session
  ([positions](../methods/positions.md)), over all states; those with fewer than ten votes are left out of the units and
  ranks. Intervals hold the questions fixed and are therefore a little too narrow. Correlation with the ideal points of
  Bailey, Strezhnev and Voeten: {mean} on average over the sessions, {least} at least.

## What the figures cannot say

- **Roll calls are not a sample of opinions.** What comes to a vote is decided by those who table texts and those who ask
  for a vote. A large part of the resolutions is adopted without a vote; that common ground is invisible here, and
  since that part changes over time, so may what roll calls show (Häge and Hug 2016).
- **The agenda moves.** A resolution repeated every year is counted every year. When a share changes, voters may have
  changed, or the texts, or the mix of questions: read issues one by one.
- **Equal votes are not equal reasons,** and a resolution's title is not its text.
- **Positions of different sessions have no common scale.** No roll call is voted on in two sessions, so no bridge joins
  the {roll_calls} roll calls but an assumption: Bailey, Strezhnev and Voeten (2017) link sessions through resolutions whose
  text stays the same. Here nothing is linked: only standing relative to the session's other voters is compared.
- **One line is a summary.** It is the main divide of that session, whatever its subject, and the subject changes.

## Make it again

```
tracktwo data un-roll-calls --download data/un
make findings
```

makes this page and its pictures from the data, the same bytes each time. To look at a single session or issue:

```
tracktwo data un-roll-calls data/un build/un-60 --session 60
tracktwo analyse build/un-60 --groups parties --orientation participant:USA --report build/un-60.html
tracktwo data un-roll-calls data/un build/un-rights --session 55-60 --issue hr
tracktwo analyse build/un-rights --groups parties --orientation participant:USA --json build/un-rights.json
```

## Sources

Roll calls: Voeten, Strezhnev and Bailey, United Nations General Assembly Voting Data, through the R package unvotes
(Robinson), MIT licence; years of accession: North Atlantic Treaty and its protocols. Bailey, Strezhnev and Voeten 2017,
Estimating dynamic state preferences from United Nations voting data, Journal of Conflict Resolution 61(2). Häge 2011,
Choice or circumstance? Adjusting measures of foreign policy similarity for chance agreement, Political Analysis 19(3).
Häge and Hug 2016, Consensus decisions and similarity measures in international organizations, International
Interactions 42(3). Hix,
Noury and Roland 2005, Power to the parties, British Journal of Political Science 35(2). Rice 1928, Quantitative methods
in politics. Cohen 1960, A coefficient of agreement for nominal scales."""
