-- grain: one row per channel
-- meaning: the words people use for a channel
select channel, label
from (
  values
    ('web', 'Web shop'), ('webshop', 'Web shop'), ('online', 'Web shop'),
    ('store', 'Store'), ('pos', 'Store'), ('shop', 'Store'),
    ('app', 'App'), ('phone', 'Phone'), ('call', 'Phone'), ('email', 'E-mail'), ('sms', 'SMS'),
    ('push', 'Push'), ('chat', 'Chat'), ('post', 'Post'), ('form', 'Web form'),
    ('social', 'Social')
) as known (channel, label)
