-- grain: one row per word
-- meaning: how good or bad a word sounds in a message to a service desk, from -3 to 3
select word, weight
from (
  values
    ('late', -2), ('delay', -2), ('delayed', -2), ('delays', -2), ('waiting', -1), ('waited', -1),
    ('wait', -1), ('again', -1), ('still', -1), ('missing', -2), ('lost', -2), ('broken', -3),
    ('broke', -3), ('damaged', -3), ('torn', -2), ('ripped', -2), ('leak', -2), ('leaks', -2),
    ('leaking', -2), ('leaked', -2), ('faulty', -3), ('defective', -3), ('defect', -2),
    ('wrong', -2), ('error', -2), ('fails', -2), ('failed', -2), ('failure', -2),
    ('problem', -2), ('problems', -2), ('issue', -1), ('issues', -1), ('complaint', -2),
    ('complain', -2), ('unhappy', -3), ('disappointed', -3), ('disappointing', -3),
    ('disappointment', -3), ('angry', -3), ('annoyed', -2), ('annoying', -2),
    ('frustrated', -3), ('frustrating', -3), ('upset', -2), ('sad', -2), ('terrible', -3),
    ('awful', -3), ('horrible', -3), ('worst', -3), ('worse', -2), ('bad', -2), ('poor', -2),
    ('poorly', -2), ('rude', -3), ('unhelpful', -2), ('useless', -3), ('ridiculous', -3),
    ('unacceptable', -3), ('refund', -1), ('cancel', -1), ('cancelled', -1), ('never', -1),
    ('nobody', -1), ('ignored', -2), ('cold', -1), ('wet', -1), ('unsafe', -3),
    ('dangerous', -3), ('recall', -1), ('worried', -2), ('worry', -1), ('confused', -1),
    ('confusing', -2), ('overcharged', -3), ('expensive', -1), ('slow', -2), ('dirty', -2),
    ('unfortunately', -1), ('sorry', -1), ('fed', -1), ('leave', -1), ('leaving', -2),
    ('elsewhere', -2), ('hate', -3), ('wasted', -2), ('waste', -2), ('shame', -2),
    ('great', 3), ('excellent', 3), ('perfect', 3), ('perfectly', 3), ('love', 3),
    ('loved', 3), ('lovely', 3), ('wonderful', 3), ('fantastic', 3), ('brilliant', 3),
    ('amazing', 3), ('superb', 3), ('good', 2), ('nice', 2), ('happy', 3), ('pleased', 2),
    ('delighted', 3), ('thank', 2), ('thanks', 2), ('grateful', 2), ('helpful', 2),
    ('kind', 2), ('friendly', 2), ('quick', 2), ('quickly', 2), ('fast', 2), ('prompt', 2),
    ('easy', 2), ('smooth', 2), ('recommend', 2), ('comfortable', 2), ('warm', 1), ('dry', 1),
    ('solved', 2), ('resolved', 2), ('fixed', 1), ('best', 3), ('impressed', 3),
    ('appreciate', 2), ('appreciated', 2), ('satisfied', 2), ('enjoy', 2), ('enjoyed', 2),
    ('reliable', 2), ('quality', 1), ('works', 1), ('well', 1)
) as lexicon (word, weight)
