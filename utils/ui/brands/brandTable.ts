/**
 * Brand icons by the names that services go by: the icon's slug in simple-icons, its colour, and what it
 * is called beside its slug. Made by scripts/makeBrandTable.mjs; drawings are added to the build as files.
 */
export const BRANDS = `
1password 145fe4
acer 83b81a
adguard 68bc71
adp d0271d
afterpay b2fce4 clearpay
airbnb ff5a5f
airtable 18bfff
akamai 0096d6
algolia 003dff
alibabacloud ff6a00 aliyun
alipay 1677ff
americanexpress 2e77bc
anaconda 44a833
ansible ee0000
anydesk ef443b
apple 000000
arduino 00878f
artstation 13aff0
asana f06a6a
asus 000000
atlassian 0052cc atlassianaccount
auth0 eb5424
authelia 113155
authentik fd4b2d
autodesk 000000
automattic 3499cd
avast ff7800
backblaze e21e29
badoo 783bf9
baidu 2932e1
bandcamp 408294
barmenia 009fe3
basecamp 1d2d35 37signals
battledotnet 4381c3 battlenet blizzard
behance 1769ff
bigcommerce 121118
bilibili 00a1d6
binance f0b90b binancecom
bitbucket 0052cc
bitcoin f7931a
bitwarden 175ddc
blibli 0072ff
blockchaindotcom 121d33 blockchaincom
bluesky 1185fe
bookingdotcom 003a9a bookingcom
box 0061d5
brevo 0b996e sendinblue
buffer 231f20
bukalapak e31e52
calendly 006bff
cardano 0133ad
cashapp 00c244
chase 117aca
circleci 343434
cisco 1ba0d7
clickup 7b68ee
clockify 03a9f4
cloudflare f38020
cloudinary 3448c5
coda f46a54
codeberg 2185d0
codecademy 1f4056
codecov f01f7a
codeforces 1f8acb
coinbase 0052ff
confluence 172b4d
consul f24c53
contabo 00aaeb
coursera 0056d2
cpanel ff6c2c cpanelid whm
crowdin 2e3340
crunchyroll ff5e00
curseforge f16436
dailymotion 0a0a0a
databricks ff3621
datadog 632ca6
deepl 0f2b46
deezer a238ff
deliveroo 00ccbc
dell 007db8
deviantart 05cc47
digitalocean 0080ff
discord 5865f2
discourse 000000
disroot 50162d
docker 2496ed dockerhub
doordash ff3008
dribbble ea4c89
dropbox 0061ff
drupal 0678be
duolingo 58cc02
dynatrace 1496ff
ea 000000 electronicarts
ebay e53238
edx 02262b
elastic 005571
element 0dbd8b
emby 52b54b
epicgames 313131
erpnext 0089ff
ethereum 3c3c3d
etsy f16521
evernote 00a82d
exoscale da291c
expedia 191e3b
expo 1c2024
expressvpn da3940
facebook 0866ff
fastly ff282d
figma f24e1e
filen 000000
firebase dd2c00
firefox ff7139
fitbit 00b0b9
flickr 0063dc
flydotio 24175b flyio
foodpanda d70f64
fortinet ee3124
fortnite 000000
framer 0055ff
fusionauth f58320
gandi 6640fe
garmin 000000
ghost 15171a
gitea 609926
github 181717
gitlab fc6d26 gitlabcom
gitpod ffae33
glitch 3333ff
gmail ea4335
gmx 1c449b
godaddy 1bdbdb
gogdotcom 86328a gogcom gog
gojek 00aa13 goto gopay gobiz
google 4285f4
googleads 4285f4
googlecloud 4285f4
googledrive 4285f4
grab 00b14f
grafana f46800
grammarly 027e6f
gravatar 1e8cbe
guilded f5c400
gumroad ff90e8
gusto f45d48
hackerone 494649
hackerrank 00ea64
hackthebox 9fef00
hashicorp 000000
hetzner d50c2d
homeassistant 18bcf2 nabucasa
hootsuite ff4c46
hostinger 673de6
hp 0096d6
hsbc db0011
huawei ff0000
hubspot ff7a59
huggingface ffd21e
humblebundle cc2929
icloud 3693f3
ifttt 000000
improvmx 2fbeff
infomaniak 0098ff
instagram ff0069
instructure 2a7ba0
intercom 6afdef
internetarchive 666666
intuit 236cff
ionos 003d8f
itchdotio fa5c5c itchio
jellyfin 00a4dc
jetbrains 000000
jira 0052cc
jitsi 97979a
joomla 5091cd
jupyter f37626
kaggle 20beff
kakaotalk ffcd00
keeper ffc700
khanacademy 14bf96
kick 53fc19
kickstarter 05ce78
klarna ffb3c7
kleinanzeigen 1d4b00
kofi ff6433
kubernetes 326ce5
kucoin 01bc8d
lastpass d32d27
launchpad e95420 ubuntusso
leetcode ffa116
lenovo e2231a
line 00c300
linear 5e6ad2
loom 625df5
lyft ff00bf
mailchimp ffe01b
mailgun f06b66
mastercard eb001b
mastodon 6364ff
matrix 000000
mattermost 0058cc
max 525252
medium 000000
meetup ed1c40
mega d9272e
mercadopago 00b1ea mercadolibre
meta 0467df
migadu 0043ce
mikrotik 293239
miro 050038
mongodb 47a248 mongodbatlas
monzo 14233c
moodle f98012
mozilla 161616
mullvad 294d73
n26 48ac98
n8n ff91ac
namecheap de3723
namesilo 031b4e
naver 03c75a
netcup 056473
netflix e50914
netlify 00c7b7
newrelic 1ce783
nextcloud 0082c9
nicehash fbc342
nordvpn 4687ff nordaccount nordpass
norton ffe01a nortonlifelock
notion 000000
npm cb3837 npmjs npmjscom
nubank 820ad1
nuget 004880
nvidia 76b900
obsidian 7c3aed
obsstudio 302e31
oculus 1c1e20
odoo 714b67
okta 007dc1
okx 000000 okex
onlyfans 00aff0
openstreetmap 7ebc6f
openvpn ea7e20
opnsense e44a20
oppo 2d683d
orcid a6ce39
origin f56c2d
overleaf 47a141
ovh 123f6d ovhcloud
packagist f28d1a
pagerduty 06ac38
paloaltonetworks f04e23
paramountplus 0064ff paramount
patreon 000000
paypal 002991
peloton 181a1d
pfsense 212121
pinterest bd081c
pixiv 0096fa
planetscale 000000
playstation 0070d1 psn
plesk 52bbe6
plex ebaf00
pluralsight f15b2a
porkbun ef7878
portainer 13bef9
privateinternetaccess 1e811f
proton 6d4aff
protonmail 6d4aff
protonvpn 66deb1
proxmox e57000
pypi 3775a9 pypiorg
qnap 0c2e82
quickbooks 2ca01c
quora b92b27
railway 0b0d0e
rakuten bf0000
rancher 0075a8
razer 00ff00
readme 018ef5
reddit ff4500
redhat ee0000
redis ff4438
render 000000
replit f26207
researchgate 00ccbb
revolut 191c1f
riotgames eb0029
robinhood ccff00
roblox 000000
rocketdotchat f5455c rocketchat
rockstargames fcaf17
roku 662d91
rubygems e9573f
rumahweb 2eb4e3
sage 00d639
samsung 1428a0 samsungaccount
scaleway 4f0599
sentry 362d59
session 000000
shopee ee4d2d
shopify 7ab55c
signal 3b45fd
simplelogin ea319f
snapchat fffc00
snowflake 29b5e8
snyk 4c4a73
sonarr 2596be
sonos 000000
sony ffffff
soundcloud ff5500
sourceforge ff6600
spotify 1ed760
square 3e4348 squareup
squarespace 000000
stackexchange 1e5397
stackoverflow f58025
steam 000000
stellar fdda24
strava fc4c02
stripe 635bff
substack ff6719
supabase 3fcf8e
surfshark 1ebfbf
synology b5b5b6 synologyaccount
tailscale 242424
teamspeak 4b69b6
teamviewer 050a52
telegram 26a5e4
terraform 844fba
tesla cc0000
threads 000000
threema 3fe669
ticketmaster 026cdf
tidal 000000
tiktok 000000
tinder ff6b6b
todoist e44332 doist
toggl ffde91
tplink 4acbd6
travisci 3eaaaf
trello 0052cc
tresorit 00a9e2
trezor 141609
tripadvisor 34e0a1
truenas 0095d5
trustpilot 00b67a
tryhackme 212c42
tumblr 36465d
tuta 850122 tutanota
twitch 9146ff
typeform 262627
uber 000000
ubiquiti 0559c9 uicom unifi
ubisoft 000000 uplay
ubuntu e95420
udacity 02b3e4
udemy a435f0
unity ffffff
unrealengine 0e1128
unsplash 000000
upcloud 7b00ff
uphold 49cc68
upwork 6fda44
valorant fa4454
vault ffec6e
vaultwarden 000000
venmo 008cff
vercel 000000
viber 7360f2
vimeo 1ab7ea
visa 1a1f71
vivaldi ef3939
vivo 415fff
vk 0077ff
vultr 007bfc
wasabi 01cd3e
webflow 146ef5
wechat 07c160
whatsapp 25d366
wikidata 006699
wikimediafoundation 000000
wikipedia 000000 wikimedia
wireguard 88171a
wise 9fe870 transferwise
wix 0c6efc
wordpress 21759b wordpresscom
wpengine 0ecad4
x 000000 twitter
xendit 4573ff
xero 13b5ea
xiaomi ff6900
yelp ff1a1a
youtube ff0000
zalando ff6900
zapier ff4f00
zendesk 03363d
zoho e42527
zoom 0b5cff
zotero cc2936
zulip 6492fe
`
