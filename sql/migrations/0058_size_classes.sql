-- Size classes of planned investment, in hundredths of the currency, by which the pipeline report counts.
create table handoff.size_class (
    code text primary key,
    currency text not null constraint size_currency_known check (currency in ('CNY', 'USD')),
    at_least bigint not null constraint size_positive check (at_least > 0),
    name_zh text not null,
    name_en text not null
);
insert into handoff.size_class values
    ('CNY-1Y', 'CNY', 10000000000, '1亿元', '100 million yuan'), ('CNY-5Y', 'CNY', 50000000000, '5亿元', '500 million yuan'),
    ('CNY-50Y', 'CNY', 500000000000, '50亿元', '5 billion yuan'), ('USD-30M', 'USD', 3000000000, '3000万美元', '30 million USD');
create index project_by_size on handoff.project (currency, investment);
select core.declare_reference('handoff.size_class');
