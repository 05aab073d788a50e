-- The same secrets in the hand-written schema.
insert into api_token (token_sha256, user_id)
select sha256(convert_to(lpad(translate(u.code, 'RC', 'ac'), 64, '0'), 'UTF8')), a.id
from org_unit u join app_user a on a.org_unit_id = u.id
where u.level in (3, 4);
